import type { FieldMetadata } from '@conform-to/react';
import * as m from '#app/messages/generated/messages.js';
import { Fold } from '#app/ui/fold/fold.tsx';
import { ChoiceGroup } from '#app/ui/form/choice.tsx';
import type { AudienceChoices } from './choices.server.ts';

type Name = keyof AudienceChoices;
type Fields = Record<Name, FieldMetadata<string[]>>;

const titles: Record<Name, () => string> = {
  departments: m.mailing_departments,
  sites: m.mailing_sites,
  languages: m.mailing_languages,
  roles: m.mailing_roles,
};

const names: Name[] = ['departments', 'sites', 'languages', 'roles'];

/** Lists to tick in, folded away where nothing of them was chosen: most issues go to everybody. */
export function AudienceFields({ choices, fields }: { choices: AudienceChoices; fields: Fields }) {
  return (
    <ChoiceGroup legend={m.mailing_audience()} hint={m.mailing_audience_hint()}>
      {names
        .filter((name) => choices[name].length > 1)
        .map((name) => {
          const chosen = [fields[name].initialValue ?? []].flat().map(String);
          const what = titles[name]();
          return (
            <Fold
              key={name}
              open={chosen.length > 0}
              title={
                chosen.length > 0 ? m.mailing_chosen({ what, count: chosen.length }) : m.mailing_all({ what })
              }
            >
              <fieldset>
                <legend className="sr-only">{what}</legend>
                {name === 'departments' && <p className="hint">{m.mailing_departments_hint()}</p>}
                {choices[name].map(({ value, label, depth }) => (
                  <label
                    key={value}
                    className="checkbox"
                    style={{ marginInlineStart: `${Math.min(depth, 4) * 1.5}rem` }}
                  >
                    <input
                      type="checkbox"
                      name={name}
                      value={value}
                      defaultChecked={chosen.includes(value)}
                    />
                    <span dir="auto">{label}</span>
                  </label>
                ))}
              </fieldset>
            </Fold>
          );
        })}
    </ChoiceGroup>
  );
}

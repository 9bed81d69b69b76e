import type { FieldMetadata } from '@conform-to/react';
import { getInputProps } from '@conform-to/react';
import { useState, useSyncExternalStore } from 'react';
import * as m from '#app/messages/generated/messages.js';
import { Field } from '#app/ui/form/field.tsx';
import { TextInput } from '#app/ui/form/text-input.tsx';

const saffron = '#f2b84b';
const isColour = (text: string) => /^#[0-9a-f]{6}$/i.test(text);

/** What is typed is what is sent. The colour beside it writes into the text, so it is there only with a script. */
export function AccentField({ field }: { field: FieldMetadata<string | undefined> }) {
  const { defaultValue = '', ...props } = getInputProps(field, { type: 'text' });
  const [typed, setTyped] = useState(defaultValue);
  const scripted = useSyncExternalStore(
    () => () => undefined,
    () => true,
    () => false,
  );
  return (
    <div>
      <Field
        label={m.admin_company_accent()}
        hint={m.admin_company_accent_hint()}
        errors={field.errors}
        optional
      >
        <TextInput
          {...props}
          className="input-short"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={20}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      </Field>
      {scripted && (
        <label className="mt-3 inline-flex items-center gap-3">
          <input
            type="color"
            className="input mt-0 h-11 w-20 cursor-pointer p-1"
            value={isColour(typed) ? typed.toLowerCase() : saffron}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          {m.admin_company_accent_pick()}
        </label>
      )}
    </div>
  );
}

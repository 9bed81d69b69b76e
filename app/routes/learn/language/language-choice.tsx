import * as m from '#app/messages/generated/messages.js';
import type { ModuleOutlineView } from '../module/module-view.server.ts';

type Props = { outline: ModuleOutlineView; part?: string };

/** Each language in its own name: whoever looks for one knows it by that. */
export function LanguageChoice({ outline, part }: Props) {
  const { home, otherLanguages, tryOpen } = outline;
  if (otherLanguages.length === 0 || tryOpen) return null;
  return (
    <form method="post" action={`${home}/language`} className="also-in screen-only">
      {part && <input type="hidden" name="part" value={part} />}
      <span>{m.reading_also_in()}</span>
      {otherLanguages.map(({ language, ownName }) => (
        <button key={language} name="language" value={language} lang={language} dir="auto">
          {ownName}
        </button>
      ))}
    </form>
  );
}

type Field = { name: string; tag: string; type: string; value: string; required: boolean; options: string[] };

const plain = (html: string) =>
  html.replace(
    /&(quot|lt|gt|amp|#x27);/g,
    (_, name: string) => ({ quot: '"', lt: '<', gt: '>', amp: '&' })[name] ?? "'",
  );
const attribute = (tag: string, name: string) =>
  plain(new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '');

/** The fields of every form on a page that is sent to the page itself. */
export function fieldsOn(html: string): Field[] {
  const forms = [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].filter(
    ([, head]) => head!.includes('method="post"') && !/\saction="/.test(head!),
  );
  return forms.flatMap(([, , body]) =>
    [...body!.matchAll(/<(input|select|textarea)\b[^>]*>/g)].map((match) => {
      const [tag, kind] = match as unknown as [string, string];
      const rest = body!.slice(match.index);
      const inside = kind === 'select' ? rest.slice(0, rest.indexOf('</select>')) : '';
      const choices = inside.match(/<option\b[^>]*>/g) ?? [];
      const chosen =
        choices.find((option) => option.includes(' selected=')) ?? (kind === 'select' ? '' : tag);
      return {
        name: attribute(tag, 'name'),
        tag: kind,
        type: attribute(tag, 'type') || 'text',
        value: attribute(chosen, 'value'),
        required: kind === 'textarea' || tag.includes(' required='),
        options: choices.map((option) => attribute(option, 'value')),
      };
    }),
  );
}

let filled = 0;

/** What somebody might have typed: every field that has to be filled in, with something that fits its kind. */
export function fillIn(fields: Field[]): Record<string, string> {
  filled += 1;
  const typed = fields.flatMap(({ name, tag, type, value, required, options }): [string, string][] => {
    if (!name || ['checkbox', 'file', 'submit'].includes(type)) return [];
    if (value || type === 'radio') return [[name, value]];
    if (type === 'email') return [[name, `somebody-${filled}@example.com`]];
    if (!required) return [[name, '']];
    if (tag === 'select') return [[name, options.find((option) => option !== '') ?? '']];
    if (type === 'date') return [[name, '2026-01-05']];
    if (/password/i.test(name)) return [[name, 'oak and white, side by side']];
    return [[name, `Plain words ${filled}`]];
  });
  return Object.fromEntries(typed);
}

type Rule = { start: string; from: string; to: string };

const unescaped = (text: string) =>
  text.replace(/\\([\\;,nN])/g, (_, mark: string) => (mark.toLowerCase() === 'n' ? '\n' : mark));

/** A calendar file as a calendar reads it: unfolded, its one event by property, and the rules of its zone. */
export function readCalendar(text: string) {
  const lines = text.replace(/\r\n[ \t]/g, '').split('\r\n');
  const valueOf = (some: string[], name: string) =>
    some.find((line) => line.startsWith(`${name}:`))?.slice(name.length + 1) ?? '';
  const between = (kind: string) =>
    lines.slice(lines.indexOf(`BEGIN:${kind}`) + 1, lines.indexOf(`END:${kind}`));
  const event = Object.fromEntries(
    between('VEVENT').map((line): [string, string] => {
      const at = /:/.exec(line.replace(/"[^"]*"/g, (quoted) => '_'.repeat(quoted.length)))?.index ?? 0;
      return [line.slice(0, at), unescaped(line.slice(at + 1))];
    }),
  );
  const zoneLines = between('VTIMEZONE');
  const rules = zoneLines.flatMap((line, index): Rule[] => {
    if (!/^BEGIN:(STANDARD|DAYLIGHT)$/.test(line)) return [];
    const own = zoneLines.slice(index, index + 4);
    return [
      { start: valueOf(own, 'DTSTART'), from: valueOf(own, 'TZOFFSETFROM'), to: valueOf(own, 'TZOFFSETTO') },
    ];
  });
  /** The offset that holds at a local time: what the newest rule before it leads to. */
  const offsetAt = (local: string) =>
    rules
      .filter(({ start }) => start <= local)
      .toSorted((a, b) => (a.start < b.start ? -1 : 1))
      .at(-1)?.to ?? rules[0]?.from;
  return {
    text,
    lines,
    method: valueOf(lines, 'METHOD'),
    event,
    zone: { id: valueOf(zoneLines, 'TZID'), offsetAt },
  };
}

import { Temporal } from 'temporal-polyfill';

/** `+0130`, and with seconds where a zone once had them. */
function offsetText(nanoseconds: number): string {
  const seconds = Math.abs(Math.round(nanoseconds / 1e9));
  const two = (value: number) => String(value).padStart(2, '0');
  const rest = seconds % 60;
  const sign = nanoseconds < 0 ? '-' : '+';
  return `${sign}${two(Math.floor(seconds / 3600))}${two(Math.floor(seconds / 60) % 60)}${rest ? two(rest) : ''}`;
}

const localText = (at: Temporal.ZonedDateTime, offset: string) =>
  at.withTimeZone(offset).toPlainDateTime().toString({ smallestUnit: 'second' }).replace(/[-:]/g, '');

/** `+01:30`, as a time zone is called that never changes. */
const fixedZone = (nanoseconds: number) => {
  const text = offsetText(nanoseconds);
  return `${text.slice(0, 3)}:${text.slice(3, 5)}`;
};

/**
 * What the clocks of a zone do around a moment, as a calendar reads it (VTIMEZONE): what held before it and what comes
 * next. Programs that do not know the zone by its name still place the entry rightly.
 */
export function timeZoneRules(zone: string, around: Date): string {
  const at = Temporal.Instant.fromEpochMilliseconds(around.getTime()).toZonedDateTimeISO(zone);
  const began = at.getTimeZoneTransition('previous');
  const ends = at.getTimeZoneTransition('next');
  const changes = [began, ends].filter((one) => one !== null);
  const lines = ['BEGIN:VTIMEZONE', `TZID:${zone}`];
  const first = { from: at.offsetNanoseconds, to: at.offsetNanoseconds, start: '19700101T000000' };
  const blocks = changes.map((change) => {
    const before = change.subtract({ nanoseconds: 1 });
    return {
      from: before.offsetNanoseconds,
      to: change.offsetNanoseconds,
      start: localText(change, fixedZone(before.offsetNanoseconds)),
    };
  });
  for (const { from, to, start } of began ? blocks : [first, ...blocks]) {
    const kind = to > from ? 'DAYLIGHT' : 'STANDARD';
    lines.push(`BEGIN:${kind}`, `DTSTART:${start}`, `TZOFFSETFROM:${offsetText(from)}`);
    lines.push(`TZOFFSETTO:${offsetText(to)}`, `END:${kind}`);
  }
  return [...lines, 'END:VTIMEZONE'].join('\r\n');
}

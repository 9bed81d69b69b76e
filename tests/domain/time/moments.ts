/** An offset from UTC in minutes, in force from an instant on. */
type Offset = [from: string, minutes: number];

/**
 * What the clocks of eight places say, written down from the tables of the zones and not asked of the program: the
 * offsets of the years that the moments below lie in.
 */
const offsets: Record<string, Offset[]> = {
  UTC: [['2000-01-01T00:00Z', 0]],
  'Asia/Kolkata': [['2000-01-01T00:00Z', 330]],
  'Pacific/Kiritimati': [['2000-01-01T00:00Z', 840]],
  'Europe/Berlin': [
    ['2025-10-26T01:00Z', 60],
    ['2026-03-29T01:00Z', 120],
    ['2026-10-25T01:00Z', 60],
    ['2027-03-28T01:00Z', 120],
    ['2027-10-31T01:00Z', 60],
  ],
  'Europe/London': [
    ['2025-10-26T01:00Z', 0],
    ['2026-03-29T01:00Z', 60],
    ['2026-10-25T01:00Z', 0],
    ['2027-03-28T01:00Z', 60],
    ['2027-10-31T01:00Z', 0],
  ],
  'America/New_York': [
    ['2025-11-02T06:00Z', -300],
    ['2026-03-08T07:00Z', -240],
    ['2026-11-01T06:00Z', -300],
    ['2027-03-14T07:00Z', -240],
    ['2027-11-07T06:00Z', -300],
  ],
  // Its summer began and ended at midnight: a day that began at one o'clock, and one whose last hour came twice.
  'America/Sao_Paulo': [
    ['2018-02-18T02:00Z', -180],
    ['2018-11-04T03:00Z', -120],
    ['2019-02-17T02:00Z', -180],
  ],
  // Half an hour, not a whole one.
  'Australia/Lord_Howe': [
    ['2025-10-04T15:30Z', 660],
    ['2026-04-04T15:00Z', 630],
    ['2026-10-03T15:30Z', 660],
    ['2027-04-03T15:00Z', 630],
    ['2027-10-02T15:30Z', 660],
  ],
};

export const zones = Object.keys(offsets);

/** Leap day, the ends of a short and of a long month, the end of a year. */
const days = ['2028-02-29', '2028-03-01', '2026-05-01', '2026-09-01', '2027-01-01'];
const minute = 60_000;

function offsetAt(zone: string, at: number): number {
  const inForce = offsets[zone]!.filter(([from]) => Date.parse(from) <= at).at(-1);
  if (!inForce) throw new Error(`There is no offset of ${zone} for ${new Date(at).toISOString()}.`);
  return inForce[1];
}

/** The instants at which the clocks of a zone are put forward or back. */
export const changesIn = (zone: string): number[] =>
  offsets[zone]!.slice(1).map(([from]) => Date.parse(from));

/** Instants around every midnight and change of the clocks, each to the millisecond, with the date it is there. */
export function momentsIn(zone: string): { at: number; date: string }[] {
  const minutes = [...new Set(offsets[zone]!.map(([, offset]) => offset))];
  const changes = changesIn(zone);
  const changeDays = changes.flatMap((at) =>
    [0, 1].map((later) =>
      new Date(at + offsetAt(zone, at) * minute + later * 1440 * minute).toISOString().slice(0, 10),
    ),
  );
  const midnights = [...new Set([...days, ...changeDays])].flatMap((day) =>
    minutes.map((offset) => Date.parse(`${day}T00:00Z`) - offset * minute),
  );
  const instants = [...midnights, ...changes].flatMap((at) => [at - 1, at]);
  return [...new Set(instants)].map((at) => ({
    at,
    date: new Date(at + offsetAt(zone, at) * minute).toISOString().slice(0, 10),
  }));
}

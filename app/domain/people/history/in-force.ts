/** A history is rows with the day from which each holds; every one holds until the next. */
type FromDay = { fromOn: string };

/** The row that holds on a day; none before the first. */
export function inForceOn<Row extends FromDay>(rows: Row[], day: string): Row | undefined {
  return rows
    .filter(({ fromOn }) => fromOn <= day)
    .toSorted((a, b) => (a.fromOn < b.fromOn ? -1 : 1))
    .at(-1);
}

/** The same, but before the first row the first is taken to hold: the record began later than what it is about. */
export function inForceOrFirst<Row extends FromDay>(rows: Row[], day: string): Row | undefined {
  return inForceOn(rows, day) ?? rows.toSorted((a, b) => (a.fromOn < b.fromOn ? -1 : 1))[0];
}

/** Every row that holds on some day of a span; `until` null is without end. */
export function inForceBetween<Row extends FromDay>(rows: Row[], from: string, until: string | null): Row[] {
  const first = inForceOn(rows, from);
  const later = rows.filter(({ fromOn }) => fromOn > from && (until === null || fromOn <= until));
  return first ? [first, ...later] : later;
}

/** The day of the next row after a day, where there is one. */
export function nextChange(rows: FromDay[], day: string): string | null {
  return (
    rows
      .map(({ fromOn }) => fromOn)
      .filter((fromOn) => fromOn > day)
      .toSorted()[0] ?? null
  );
}

/** Rows of numbers, a column for each thing that is known; they grow at the end alone. */
class Rows<Name extends string> {
  readonly columns: Record<Name, Int32Array>;
  readonly #names: Name[];
  count = 0;

  constructor(...names: Name[]) {
    this.#names = names;
    const columns = names.map((name) => [name, new Int32Array(256)]);
    this.columns = Object.fromEntries(columns) as Record<Name, Int32Array>;
  }

  add(...values: number[]): void {
    const at = this.count;
    for (let place = 0; place < values.length; place += 1) {
      const name = this.#names[place]!;
      if (at === this.columns[name].length) this.columns[name] = roomier(this.columns[name]);
      this.columns[name][at] = values[place]!;
    }
    this.count += 1;
  }
}

/**
 * What is known of all people, looked through by the million. Whoever changes gets new rows at the end, so what was read
 * before stays as it was. Days are numbers as `dayNumber` says them, all else numbers of the roster.
 */
export class Columns {
  /** A last day of 0 is none. */
  readonly terms = new Rows('hired', 'left');
  readonly places = new Rows('from', 'department', 'site');
  readonly completions = new Rows('document', 'version', 'day', 'source');
  /** What was begun, and the minute of it since 1970. */
  readonly begun = new Rows('document', 'minute');
}

/** Room that doubles when it is full. */
export function roomier<Kept extends Int32Array | Uint8Array>(column: Kept): Kept {
  const larger = new (column.constructor as new (size: number) => Kept)(column.length * 2);
  larger.set(column);
  return larger;
}

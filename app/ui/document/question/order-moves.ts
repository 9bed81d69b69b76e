/** Where each line stands while one is dragged, measured as the drag begins. */
export type Line = { top: number; height: number };

export type Dragged = {
  from: number;
  /** Where it would come to stand. */
  to: number;
  /** How far it was moved down, in pixels. */
  by: number;
};

/** The ids with the one at `from` put at `to`. */
export function moved(ids: readonly string[], from: number, to: number): string[] {
  const rest = ids.filter((_, index) => index !== from);
  return [...rest.slice(0, to), ids[from]!, ...rest.slice(to)];
}

/** The place among the others of a line that was moved down by so much. */
export function placeOf(lines: readonly Line[], from: number, by: number): number {
  const middle = ({ top, height }: Line) => top + height / 2;
  const at = middle(lines[from]!) + by;
  return lines.filter((line, index) => index !== from && middle(line) < at).length;
}

/** How far a line is out of its place while another one is dragged past it. */
export function shiftOf(lines: readonly Line[], index: number, { from, to, by }: Dragged): number {
  if (index === from) return by;
  const [first, second] = lines;
  const gap = first && second ? second.top - first.top - first.height : 0;
  const room = lines[from]!.height + gap;
  if (from < index && index <= to) return -room;
  return to <= index && index < from ? room : 0;
}

/**
 * Every option in a sequence: each at its place as far as it has one, the others where there is room, as they stand.
 */
export function sequenceOf(ids: readonly string[], places: Readonly<Record<string, string>>): string[] {
  const sequence: (string | undefined)[] = ids.map((_, index) =>
    ids.find((id) => places[id] === String(index + 1)),
  );
  const others = ids.filter((id) => !sequence.includes(id));
  return sequence.map((id) => id ?? others.shift()!);
}

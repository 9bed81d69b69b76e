/** What a document's code gave when it was run: nothing but names, props and children. */
export type RawNode = string | RawElement;

export type RawElement = { name: string; props: Record<string, unknown>; children: RawNode[] };

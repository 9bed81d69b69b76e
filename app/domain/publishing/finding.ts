/** Something an author must mend, with its place in the source. Lines and columns count from 1. */
export type Finding = {
  line: number;
  column: number;
  rule: string;
  params: Record<string, string | number>;
};

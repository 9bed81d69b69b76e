import type { ShownIssue } from '../shown-issue.ts';

/** An issue with all that a sheet of it needs. */
export type PrintedIssue = {
  issue: ShownIssue;
  /** Its lead in one line, and how each of its stories begins. */
  lead: string;
  openings: string[];
  /** Every picture under a name of its own; photographs in a form that the press takes. */
  images: Record<string, Uint8Array>;
  /** Of these names, by the address that the picture has in the text. */
  names: Record<string, string>;
};

import type { Compiled, CompileResult } from '../compile-document.work.server.ts';
import type { Finding } from '../finding.ts';
import type { ContentName } from './content-name.ts';

/** `source` is empty where it could not be read as text. */
export type ReadDocument = { file: string; name: ContentName; source: string; result: CompileResult };

/** One that has no findings of its own. */
export type Sound = ReadDocument & { compiled: Compiled };

export type Tell = (document: ReadDocument, one: Finding) => unknown;

export const start = { line: 1, column: 1 };

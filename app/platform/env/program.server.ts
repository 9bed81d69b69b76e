import { join } from 'node:path';

let root = process.cwd();

/** Where the program's own files lie (`prisma/`, `content/`, `build/`), as opposed to the company's data. */
export function setProgramRoot(path: string): void {
  root = path;
}

export function programPath(...parts: string[]): string {
  return join(root, ...parts);
}

import { lstat, readdir, realpath } from 'node:fs/promises';
import path from 'node:path';

/** `isWhole` where a folder was asked for, so that documents may be held against each other. */
export type ContentFile = { file: string; isWhole: boolean; isLink: boolean };

/** Other rooms' content, in a content root. */
const elsewhere = ['culture', 'surveys'];

/** The documents under a path, in an order that is the same everywhere. Links are named, never followed. */
export async function contentFiles(from: string): Promise<ContentFile[]> {
  const given = await lstat(await realpath(from));
  if (!given.isDirectory()) return [{ file: from, isWhole: false, isLink: false }];
  return inFolder(from, await isContentRoot(from));
}

async function inFolder(folder: string, isRoot: boolean): Promise<ContentFile[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  const files: ContentFile[] = [];
  for (const entry of entries) {
    const file = path.join(folder, entry.name);
    if (entry.name.startsWith('.') || (isRoot && elsewhere.includes(entry.name))) continue;
    if (entry.isSymbolicLink()) files.push({ file, isWhole: true, isLink: true });
    else if (entry.isDirectory()) files.push(...(await inFolder(file, await isContentRoot(file))));
    else if (entry.isFile() && isDocument(entry.name)) files.push({ file, isWhole: true, isLink: false });
  }
  return files;
}

function isDocument(name: string): boolean {
  return name.endsWith('.mdx') || name === 'course.yaml';
}

async function isContentRoot(folder: string): Promise<boolean> {
  const found = await lstat(path.join(folder, 'functions.yaml')).catch(() => null);
  return found?.isFile() === true;
}

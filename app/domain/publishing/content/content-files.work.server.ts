import { lstat, readdir, realpath } from 'node:fs/promises';
import path from 'node:path';
import { listKinds } from '../lists/list.ts';

/** `isWhole` where a folder was asked for, so that documents may be held against each other. */
export type ContentFile = { file: string; isWhole: boolean; isLink: boolean };

/** Beside the courses, in a content root alone; in a course it would be of no use. */
const list = new RegExp(`^(${listKinds.join('|')})(\\..+)?\\.yaml$`);

/** What is no document, in a content root. */
const elsewhere = ['surveys'];

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
    else if (entry.isFile() && isDocument(entry.name, isRoot))
      files.push({ file, isWhole: true, isLink: false });
  }
  return files;
}

const courseFile = /^course(\.[a-z]{2,3}(-[A-Za-z0-9]{2,8})*)?\.yaml$/;

function isDocument(name: string, isRoot: boolean): boolean {
  return name.endsWith('.mdx') || courseFile.test(name) || (isRoot && list.test(name));
}

async function isContentRoot(folder: string): Promise<boolean> {
  const found = await lstat(path.join(folder, 'functions.yaml')).catch(() => null);
  return found?.isFile() === true;
}

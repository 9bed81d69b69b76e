import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';

/**
 * Every file under the given files and folders, relative to root, with forward slashes. Missing ones are left out.
 * @param {string} root
 * @param {string[]} inputs
 * @param {(path: string) => boolean} isIgnored
 */
export function listFiles(root, inputs, isIgnored = () => false) {
  const found = [];
  const visit = (path) => {
    if (isIgnored(path)) return;
    const stat = statSync(join(root, path), { throwIfNoEntry: false });
    if (stat?.isDirectory()) visitFolder(path);
    else if (stat) found.push(path);
  };
  const visitFolder = (folder) => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = posix.join(folder, entry.name);
      if (entry.isFile() && !isIgnored(path)) found.push(path);
      else if (!entry.isFile()) visit(path);
    }
  };
  inputs.forEach(visit);
  return found.toSorted();
}

/** `{ path: { size, mtimeMs, hash } }`; a file whose size and time are as before is not read again. */
export function fingerprint(root, files, previous = {}) {
  const prints = {};
  for (const path of files) {
    const stat = statSync(join(root, path), { throwIfNoEntry: false });
    if (!stat) continue;
    const { size, mtimeMs } = stat;
    const before = previous[path];
    const isUntouched = before?.size === size && before.mtimeMs === mtimeMs;
    prints[path] = { size, mtimeMs, hash: isUntouched ? before.hash : hashFile(join(root, path)) };
  }
  return prints;
}

/** Compares contents only: a fresh clone or a `touch` changes times and nothing else. */
export function hasSameContent(before, now) {
  const paths = Object.keys(now);
  return (
    paths.length === Object.keys(before).length &&
    paths.every((path) => before[path]?.hash === now[path].hash)
  );
}

export function hasSameTimes(before, now) {
  return Object.keys(now).every((path) => before[path]?.mtimeMs === now[path].mtimeMs);
}

function hashFile(path) {
  return createHash('sha1').update(readFileSync(path)).digest('base64');
}

/** What was recorded in a store, a JSON file; a missing or damaged one counts as empty. */
export function readStore(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return {};
  }
}

export function writeStore(path, records) {
  mkdirSync(dirname(path), { recursive: true });
  // Renaming keeps a second start, or a kill, from seeing half a file.
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(records));
  renameSync(draft, path);
}

import { readFileSync } from 'node:fs';
import { chmod, mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hashOfFile, settle } from './file-proof.server.ts';
import type { Manifest } from './manifest.ts';
import { madeAtOf, manifest, manifestFile } from './manifest.ts';
import { outdatedCopies } from './retention.ts';

/** How the last attempt ended. It stands in a file, so that a program that cannot open the database knows it too. */
export type Outcome = { at: string; name: string } | { at: string; failed: string };

const outcomeFile = 'last-outcome.json';
const halfMade = '.making-';

export function readManifest(folder: string): Manifest | null {
  try {
    return manifest.parse(JSON.parse(readFileSync(join(folder, manifestFile), 'utf8')));
  } catch {
    return null;
  }
}

/** A manifest that can be read is all that makes a folder a backup. The newest comes first. */
export async function listBackups(backups: string): Promise<Manifest[]> {
  const names = await readdir(backups).catch(() => []);
  return names
    .filter((name) => madeAtOf(name) !== null)
    .toSorted()
    .toReversed()
    .flatMap((name) => {
      const found = readManifest(join(backups, name));
      return found?.name === name ? [found] : [];
    });
}

export async function readOutcome(backups: string): Promise<Outcome | null> {
  try {
    return JSON.parse(readFileSync(join(backups, outcomeFile), 'utf8')) as Outcome;
  } catch {
    return null;
  }
}

export async function writeOutcome(backups: string, outcome: Outcome): Promise<void> {
  await mkdir(backups, { recursive: true, mode: 0o700 });
  await writeFile(join(backups, outcomeFile), JSON.stringify(outcome), { mode: 0o600 });
}

/** Takes away what a killed program left, and makes a folder for the next one. */
export async function beginBackup(backups: string, name: string): Promise<string> {
  await mkdir(backups, { recursive: true, mode: 0o700 });
  await chmod(backups, 0o700);
  for (const left of await readdir(backups)) {
    if (left.startsWith(halfMade)) await rm(join(backups, left), { recursive: true, force: true });
  }
  const draft = join(backups, `${halfMade}${name}`);
  await mkdir(draft, { mode: 0o700 });
  return draft;
}

/** Gives a backup its name once all of it is on the disk: until then there is none of that name. */
export async function finishBackup(backups: string, draft: string, made: Manifest): Promise<void> {
  const file = join(draft, manifestFile);
  await writeFile(file, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 });
  await settle(file);
  await settle(draft);
  await rename(draft, join(backups, made.name));
  await settle(backups);
}

/** Names of the files of a backup that are not as its manifest says, or not there. */
export async function alteredFiles(folder: string, { files }: Manifest): Promise<string[]> {
  const altered: string[] = [];
  for (const { path, size, sha256 } of files) {
    const found = await stat(join(folder, path)).catch(() => null);
    const isSame = found?.size === size && (await hashOfFile(join(folder, path))) === sha256;
    if (!isSame) altered.push(path);
  }
  return altered;
}

export async function removeBackup(backups: string, name: string): Promise<void> {
  const leaving = join(backups, `${halfMade}leaving-${name}`);
  // Under another name first: half a backup under a good name would be taken for one.
  await rename(join(backups, name), leaving);
  await rm(leaving, { recursive: true, force: true });
}

const copyPattern = /^before-(restore)?.*?-?(\d{14})(\.db)?$/;

function copiesAmong(names: string[], ofRestore: boolean): { name: string; madeAt: Date }[] {
  return names.flatMap((name) => {
    const found = copyPattern.exec(name);
    if (!found || Boolean(found[1]) !== ofRestore) return [];
    const iso = found[2]!.replace(/(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)/, '$1-$2-$3T$4:$5:$6Z');
    return [{ name, madeAt: new Date(iso) }];
  });
}

/** Copies that were made before a migration or a restore are kept for a while, and the newest in any case. */
export async function removeOutdatedCopies(backups: string, at: Date): Promise<void> {
  const names = await readdir(backups);
  for (const ofRestore of [true, false]) {
    for (const name of outdatedCopies(copiesAmong(names, ofRestore), at)) {
      await rm(join(backups, name), { recursive: true, force: true });
    }
  }
}

import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { programPath } from '#app/platform/env/program.server.ts';
import type { SampleData } from './sample-data.ts';
import { sampleFiles } from './sample-data.ts';

/** Who and what the sample company is made of. */
export async function readSampleData(): Promise<SampleData> {
  const names = Object.keys(sampleFiles.shape);
  const files = await Promise.all(
    names.map(async (name) => {
      const text = await readFile(programPath('prisma', 'sample', `${name}.yaml`), 'utf8');
      return [name, parse(text) as unknown] as const;
    }),
  );
  return sampleFiles.parse(Object.fromEntries(files));
}

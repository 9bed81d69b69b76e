import { join } from 'node:path';
import { foundCompany } from '../support/e2e-company.ts';
import { makeFolder, startServer } from '../support/e2e-server.ts';
import { addMailings, sealedLink } from '../support/sent-things.ts';
import { addStoppedThings } from '../support/stopped-things.ts';

/** Before all tests: the data folders that test files copy. Afterwards they go. */
export default async function makeCompanies(): Promise<() => void> {
  const made = makeFolder();
  process.env.EVERYHAND_E2E_MADE = made.path;
  const [sample, founded] = await Promise.all([
    startServer({ dataFolder: join(made.path, 'sample'), sample: true }),
    startServer({ dataFolder: join(made.path, 'founded') }),
  ]);
  await foundCompany(founded);
  await Promise.all([sample.stop(), founded.stop()]);
  addStoppedThings(sample.dataFolder, 'ada@harbourandpine.example');
  const readers = ['ada', 'ben', 'zed'].map((name) => `${name}@harbourandpine.example`);
  addMailings(sample.dataFolder, readers as [string, string, string]);
  process.env.EVERYHAND_E2E_UNSUBSCRIBE = sealedLink(sample.dataFolder, readers[2]!);
  return made.remove;
}

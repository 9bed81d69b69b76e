import type { MailingToMake } from '#app/domain/culture/mailings/readers/reader-to-mail-reads.server.ts';
import {
  readFunctions,
  readMailingToMake,
} from '#app/domain/culture/mailings/readers/reader-to-mail-reads.server.ts';
import { readCompany } from '#app/domain/people/company-reads.server.ts';
import type { Company } from '#app/domain/people/company.ts';
import { reader } from '#app/platform/db/database.server.ts';

/** In milliseconds of this machine's own: so long what the mails of a mailing share may be old. */
const freshFor = 2000;

export type RoundFacts = {
  company: Company;
  /** By department, as content names them. */
  functions: Map<string, string[]>;
  mailing: (id: { mailingId: string; versionId: string }) => Promise<MailingToMake>;
};

async function readRoundFacts(): Promise<RoundFacts> {
  const company = await readCompany(reader);
  if (!company) throw new Error('a mailing of no company');
  const mailings = new Map<string, MailingToMake>();
  const mailing: RoundFacts['mailing'] = async (id) => {
    const key = `${id.mailingId} ${id.versionId}`;
    const found = mailings.get(key) ?? (await readMailingToMake(reader, id));
    if (!found) throw new Error('a reader of no mailing');
    mailings.set(key, found);
    return found;
  };
  return { company, functions: await readFunctions(reader), mailing };
}

/** What the mails of a round have in common: looked up once in a while and not for each of them. */
export function keepRoundFacts(): () => Promise<RoundFacts> {
  let kept: { facts: RoundFacts; at: number } | null = null;
  return async () => {
    if (!kept || performance.now() - kept.at > freshFor) {
      kept = { facts: await readRoundFacts(), at: performance.now() };
    }
    return kept.facts;
  };
}

import { readPublishedIssue, editionOf } from '#app/domain/culture/mailings/planning/issue-reads.server.ts';
import type { MailingToMake } from '#app/domain/culture/mailings/readers/reader-to-mail-reads.server.ts';
import {
  readFunctions,
  readMailingToMake,
  readReaderToMail,
} from '#app/domain/culture/mailings/readers/reader-to-mail-reads.server.ts';
import { readMailing } from '#app/domain/culture/mailings/mailing-reads.server.ts';
import { companyToday } from '#app/domain/people/company-reads.server.ts';
import type { Tx } from '#app/platform/db/database.server.ts';

/** An issue for one reader, and whether it is a test that goes to somebody else. */
export type IssueToMake = {
  mailing: MailingToMake;
  person: { id: string; name: string; language: string; functions: string[] };
  isTest: boolean;
};

/** What a test shows: the edition that somebody would get today. Null where either is no more. */
export async function gatherTest(tx: Tx, facts: Record<string, unknown>): Promise<IssueToMake | null> {
  const person = await readReaderToMail(tx, String(facts.asPersonId), await companyToday(tx));
  const mailing = person && (await readMailing(tx, String(facts.mailingId)));
  const issue = mailing && (await readPublishedIssue(tx, { documentId: mailing.documentId }));
  if (!issue) return null;
  const { versionId } = editionOf(issue, person.language);
  const isOriginal = versionId === issue.original.versionId;
  const made = await readMailingToMake(tx, { mailingId: mailing.id, versionId });
  if (!made) return null;
  const { personId: id, name, language, departmentId } = person;
  const functions = (await readFunctions(tx)).get(departmentId) ?? [];
  const { subject, preheader } = isOriginal ? mailing : made;
  return {
    mailing: { ...made, subject, preheader },
    person: { id, name, language, functions },
    isTest: true,
  };
}

import { timingSafeEqual } from 'node:crypto';
import type { Reader, Tx } from '#app/platform/db/database.server.ts';
import { keyedHash } from '#app/platform/seal/seal.server.ts';
import type { MailKind } from './mail-kind.ts';
import { mailKinds } from './mail-kind.ts';

/** What somebody wants to get. Who has said nothing gets everything. */
export async function readWantedMails(db: Reader | Tx, personId: string): Promise<MailKind[]> {
  const unwanted = await db.mailPreference.findMany({
    where: { personId, wanted: false },
    select: { kind: true },
  });
  return mailKinds.filter((kind) => !unwanted.some((one) => one.kind === kind));
}

/** To be raised should all links in mails have to stop working. */
const generation = 1;
const idLength = 26;

const macOf = (personId: string, kind: MailKind) =>
  keyedHash('unsubscribe', `${kind}/${personId}/${generation}`);

/** What the link in a mail holds. It works as long as the secret in the data folder is the same: for years. */
export function unsubscribeToken(personId: string, kind: MailKind): string {
  return personId + macOf(personId, kind);
}

/** Whom a link is for and from which mail, or null where it is none of ours. */
export async function readUnsubscribeToken(
  db: Reader | Tx,
  token: string,
): Promise<{ personId: string; kind: MailKind } | null> {
  const personId = token.slice(0, idLength);
  const given = Buffer.from(token.slice(idLength));
  const kind = mailKinds.find((one) => {
    const mac = Buffer.from(macOf(personId, one));
    return mac.length === given.length && timingSafeEqual(mac, given);
  });
  if (!kind) return null;
  return (await db.person.count({ where: { id: personId } })) > 0 ? { personId, kind } : null;
}

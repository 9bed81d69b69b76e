import type { PersonActor } from '#app/domain/actor/actor.ts';
import { mayActFor } from '#app/domain/actor/role-grants.ts';
import { rolesOf } from '#app/domain/access/roles-reads.server.ts';
import type { MailLine } from '#app/domain/outbox/mail-reads.server.ts';
import { keepAccess } from '#app/domain/reporting/keep-access.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { mailSettings } from '#app/platform/mail/mail-settings.server.ts';
import { readMailText } from '#app/platform/mail/mailbox-folder.server.ts';

const address = /https?:\/\/\S+/g;

export type ShownText = { text: string; link: 'none' | 'shown' | 'hidden' };

/**
 * The text of a mail that went to a file. Its link lets one sign in as whoever it is for, so it is shown to nobody who
 * could not do that anyway, and only where files are the one way for it to arrive; that it was shown is noted first.
 */
export async function shownText(
  actor: PersonActor,
  mail: MailLine,
  hidden: string,
): Promise<ShownText | null> {
  const settings = mailSettings();
  const text = settings && (await readMailText(settings.folder, mail.id));
  if (!text) return null;
  if (text.search(address) === -1) return { text, link: 'none' };
  const may =
    !settings.smtpUrl && mail.personId !== null && mayActFor(actor, await rolesOf(reader, mail.personId));
  if (!may) return { text: text.replace(address, hidden), link: 'hidden' };
  const access = { personId: actor.id, resource: 'mail-link', query: mail.id };
  await transact((tx) => keepAccess(tx, access));
  return { text, link: 'shown' };
}

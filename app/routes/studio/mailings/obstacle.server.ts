import * as m from '#app/messages/generated/messages.js';
import { mailSettings } from '#app/platform/mail/mail-settings.server.ts';

/** What keeps mail from reaching anybody, and what to do about it; null where all is well. */
export function mailObstacle(): { blocks: boolean; words: string } | null {
  const settings = mailSettings();
  if (!settings) return null;
  if (settings.linkBase === null) return { blocks: true, words: m.mailing_no_address() };
  return settings.smtpUrl ? null : { blocks: false, words: m.mailing_no_server() };
}

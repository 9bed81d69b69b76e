import { now } from '#app/platform/clock/clock.server.ts';
import { mailSettings } from '#app/platform/mail/mail-settings.server.ts';
import { removeMailFiles } from '#app/platform/mail/mailbox-folder.server.ts';

const keptForDays = 30;

/** Mail that went to files is for looking at while it is new. */
export async function removeOldMail(): Promise<void> {
  const settings = mailSettings();
  if (!settings) return;
  await removeMailFiles(settings.folder, new Date(now().getTime() - keptForDays * 86_400_000));
}

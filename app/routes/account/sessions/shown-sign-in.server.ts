import type { OpenSession, SignIn } from '#app/domain/access/sessions/session-reads.server.ts';
import { readSignIns } from '#app/domain/access/sessions/session-reads.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader } from '#app/platform/db/database.server.ts';
import { formatMoment } from '#app/platform/locale/format.ts';
import { readerLocale } from '#app/platform/locale/reader-locale.ts';

export type ShownSignIn = { handle: string; what: string; since: string; used: string; isThis: boolean };

function wordsFor({ tablet, browser }: SignIn): string {
  return tablet === null ? (browser ?? m.account_browser_unknown()) : m.account_on_tablet({ name: tablet });
}

/** Where somebody is signed in, in the words and the time of day of the reader. */
export async function shownSignIns(session: OpenSession, request: Request): Promise<ShownSignIn[]> {
  const { actor, id } = session;
  const locale = readerLocale(request.headers.get('Accept-Language'), actor.language);
  const moment = (at: Date) => formatMoment(at, locale, actor.siteTimeZone);
  const signIns = await readSignIns(reader, actor.id, id);
  return signIns.map((signIn) => ({
    handle: signIn.handle,
    what: wordsFor(signIn),
    since: moment(signIn.since),
    used: moment(signIn.lastUsed),
    isThis: signIn.isThis,
  }));
}

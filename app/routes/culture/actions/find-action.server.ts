import type { ActionLine } from '#app/domain/action-items/action-reads.server.ts';
import { readAction } from '#app/domain/action-items/action-reads.server.ts';
import type { ShownAction } from '#app/domain/action-items/shown-action.ts';
import { showAction } from '#app/domain/action-items/shown-action.ts';
import type { PersonActor } from '#app/domain/actor/actor.ts';
import { dateIn } from '#app/platform/clock/clock.server.ts';
import { reader } from '#app/platform/db/database.server.ts';
import { formatShortDay } from '#app/platform/locale/format.ts';
import { readerLocale } from '#app/platform/locale/reader-locale.ts';
import { notFound } from '../../guards.server.ts';

type Args = { request: Request; params: Record<string, string | undefined> };

/** Pages from which one comes to settle something, and to which one goes back. */
const homes = /^\/(actions|team\/talks(\/[0-9A-Z]{26})?|talks\/meetings\/[0-9A-Z]{26})?$/;

export function backTo(request: Request): string {
  const to = new URL(request.url).searchParams.get('to');
  return to && homes.test(to) ? to : '/actions';
}

export function writingOf(actor: PersonActor, request: Request) {
  const locale = readerLocale(request.headers.get('Accept-Language'), actor.language);
  const zone = actor.siteTimeZone;
  return {
    day: (date: string) => formatShortDay(date, locale),
    dayOf: (at: Date) => formatShortDay(dateIn(zone, at), locale),
  };
}

/** The action of that name, for its owner and for who heads its department; 404 for everybody else. */
export async function findAction(
  actor: PersonActor,
  { request, params }: Args,
): Promise<{ line: ActionLine; shown: ShownAction; back: string }> {
  const line = (await readAction(reader, actor, params.action ?? '')) ?? notFound();
  return { line, shown: showAction(line, writingOf(actor, request)), back: backTo(request) };
}

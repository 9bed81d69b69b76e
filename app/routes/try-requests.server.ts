import { data, redirect } from '@remix-run/node';
import { z } from 'zod';
import type { PersonActor } from '#app/domain/actor/actor.ts';
import { grantTry } from '#app/domain/learning/tries/grant-try.server.ts';
import type { OpenTryRequest } from '#app/domain/learning/tries/try-request-reads.server.ts';
import { readTryRequests, readTryScores } from '#app/domain/learning/tries/try-request-reads.server.ts';
import type { TryDesk } from '#app/domain/learning/tries/try-request.ts';
import { tryReason } from '#app/domain/learning/tries/try-request.ts';
import { readCompany } from '#app/domain/people/company-reads.server.ts';
import { dateIn } from '#app/platform/clock/clock.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { parseForm } from '#app/platform/form/parse-form.server.ts';
import { formatDay } from '#app/platform/locale/format.ts';
import { readerLocale } from '#app/platform/locale/reader-locale.ts';
import { notFound } from './guards.server.ts';

const grantForm = z.object({ reason: tryReason }).strict();

const deskHome: Record<TryDesk, string> = { team: '/team/tries', hr: '/hr/tries' };

function shown(request: OpenTryRequest, actor: PersonActor, locale: string) {
  const { id, person, department, module, head, tries, askedAt } = request;
  const date = formatDay(dateIn(actor.siteTimeZone, askedAt), locale);
  return { id, person, department, module, head, tries, date };
}

export type ShownTryRequest = ReturnType<typeof shown>;

const localeOf = (actor: PersonActor, request: Request) =>
  readerLocale(request.headers.get('Accept-Language'), actor.language);

/** What waits at a desk, and what came of an answer just now. */
export async function showTryRequests(actor: PersonActor, desk: TryDesk, request: Request) {
  const open = await readTryRequests(reader, actor, desk);
  const locale = localeOf(actor, request);
  return {
    requests: open.map((one) => shown(one, actor, locale)),
    done: new URL(request.url).searchParams.get('done'),
  };
}

async function findRequest(actor: PersonActor, desk: TryDesk, id: string): Promise<OpenTryRequest> {
  const open = await readTryRequests(reader, actor, desk);
  return open.find((one) => one.id === id) ?? notFound();
}

/** One request; with scores only where the company lets them be seen. */
export async function showTryRequest(actor: PersonActor, desk: TryDesk, id: string, request: Request) {
  const found = await findRequest(actor, desk, id);
  const locale = localeOf(actor, request);
  const scores = (await readCompany(reader))?.showScores ? await readTryScores(reader, found) : null;
  const format = new Intl.NumberFormat(locale, { style: 'percent' });
  return {
    ...shown(found, actor, locale),
    scores: scores?.map((score) => format.format(score / 100)).join(', ') ?? null,
  };
}

/** Gives the try. Somebody else may have given it while this page stood open: that is told where requests stand. */
export async function answerTryRequest(actor: PersonActor, desk: TryDesk, id: string, request: Request) {
  const submission = await parseForm(request, grantForm);
  if (submission.status !== 'success') {
    await findRequest(actor, desk, id);
    const code = submission.error?.reason?.[0] ?? 'missing';
    return data({ mistake: code, reason: String(submission.payload.reason ?? '') }, { status: 422 });
  }
  const { reason } = submission.value;
  const granted = await transact((tx) => grantTry(tx, actor, { requestId: id, reason }));
  if ('ok' in granted) throw redirect(`${deskHome[desk]}?done=given`, 303);
  if (granted.refused === 'not-allowed') return notFound();
  throw redirect(`${deskHome[desk]}?done=answered-already`, 303);
}

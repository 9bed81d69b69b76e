import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { heldForm, mayBeTold } from '#app/domain/culture/huddles/huddle.ts';
import { holdHuddle } from '#app/domain/culture/huddles/hold-huddle.server.ts';
import { readSheet } from '#app/domain/culture/huddles/sheet-reads.server.ts';
import { refreshedTitle } from './refreshed-title.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { parseForm, wordReply } from '#app/platform/form/parse-form.server.ts';
import { readerLocale } from '#app/platform/locale/reader-locale.ts';
import { SheetReadOut } from '#app/ui/culture/sheet/sheet-read-out.tsx';
import { Notice } from '#app/ui/page/banner.tsx';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { notFound, requireHead } from '../../guards.server.ts';
import { findOwnHuddle } from './find-own-huddle.server.ts';
import { HeldForm } from './attendance/held-form.tsx';
import { namesNotThere, readAttendance } from './attendance/attendance.server.ts';
import { shownHuddle } from './shown-huddle.ts';
import { TookPart } from './attendance/took-part.tsx';
import { heldRefusals } from './words.ts';

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [
  { title: shown ? m.huddle_read_title({ title: shown.title }) : m.huddle_title() },
];

export async function loader(args: LoaderFunctionArgs) {
  const head = await requireHead(args);
  const huddle = await findOwnHuddle(head, args.params.huddle);
  const sheet = await readSheet(reader, huddle.versionId, head);
  if (!sheet) return notFound();
  const locale = readerLocale(args.request.headers.get('Accept-Language'), head.language);
  const query = new URL(args.request.url).searchParams;
  const isTold = huddle.state === 'told';
  return {
    ...shownHuddle(huddle, locale),
    title: sheet.title,
    language: sheet.language,
    state: huddle.state,
    sheet,
    refreshes: await refreshedTitle(sheet.refreshes, head.language),
    attendance: await readAttendance(huddle, locale),
    showsForm: mayBeTold(huddle.state) && (!isTold || query.has('correct')),
    isTold,
    done: query.get('done'),
  };
}

export async function action(args: ActionFunctionArgs) {
  const head = await requireHead(args);
  const huddle = await findOwnHuddle(head, args.params.huddle);
  const { id: huddleId } = huddle;
  const submission = await parseForm(args.request, heldForm);
  if (submission.status !== 'success') {
    const word = () => m.huddle_day_missing();
    return data({ reply: wordReply(submission.reply(), word) }, { status: 422 });
  }
  const held = await transact((tx) => holdHuddle(tx, head, { huddleId, ...submission.value }));
  if ('ok' in held) throw redirect(`/team/huddles/${huddleId}?done=held`, 303);
  if (held.refused === 'not-allowed') return notFound();
  const about = ['nobody', 'not-there'].includes(held.refused) ? 'people' : 'heldOn';
  const names = held.refused === 'not-there' ? await namesNotThere(huddle, submission.value) : '';
  const word = names ? m.huddle_refused_not_there_named({ names }) : heldRefusals[held.refused]();
  const reply = submission.reply({ fieldErrors: { [about]: [word] } });
  return data({ reply }, { status: 422 });
}

export default function HuddlePage() {
  const shown = useLoaderData<typeof loader>();
  const { id, sheet, department, week, refreshes, attendance, showsForm, isTold } = shown;
  const reply = useActionData<typeof action>()?.reply;
  return (
    <>
      <Breadcrumb
        items={[
          { to: '/team', label: m.team_title() },
          { to: '/team/huddles', label: m.huddle_title() },
        ]}
        here={shown.title}
        lang={shown.language}
      />
      {shown.done === 'held' && <Notice tone="good">{m.huddle_done()}</Notice>}
      {shown.done === 'chosen' && <Notice tone="good">{m.huddle_chosen()}</Notice>}
      <PageHead eyebrow={`${department} · ${week}`} title={shown.title} lang={shown.language} />
      {!sheet.case && <Notice>{m.huddle_case_gone_head()}</Notice>}
      <SheetReadOut {...sheet} leads />
      <section className="section" aria-labelledby="huddle-held" id="done">
        {showsForm || reply ? (
          <HeldForm attendance={attendance} reply={reply} again={isTold} />
        ) : (
          <TookPart id={id} state={shown.state} stand={shown.stand} took={attendance.took} />
        )}
        {refreshes && <p className="soft mt-6 max-w-wide">{m.huddle_refreshes({ module: refreshes })}</p>}
      </section>
      <section className="section" aria-label={m.huddle_print()}>
        <p className="actions">
          <a className="btn btn-quiet" href={`/team/huddles/${id}.pdf`}>
            {m.huddle_print()}
          </a>
          <a
            className="inline-flex min-h-touch items-center"
            href={`/team/huddles/${id}.pdf?two=side-by-side`}
          >
            {m.huddle_print_two()}
          </a>
          {shown.mayChoose && (
            <Link className="inline-flex min-h-touch items-center" to={`/team/huddles/${id}/choose`}>
              {m.huddle_choose()}
            </Link>
          )}
        </p>
        <p className="soft small mt-2">{m.huddle_print_hint()}</p>
      </section>
    </>
  );
}

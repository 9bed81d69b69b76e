import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { readActionsOf } from '#app/domain/action-items/action-reads.server.ts';
import type { ShownAction } from '#app/domain/action-items/shown-action.ts';
import { showAction } from '#app/domain/action-items/shown-action.ts';
import { readHeldMeetings, readPlannedMeetings } from '#app/domain/culture/talks/meeting-reads.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader } from '#app/platform/db/database.server.ts';
import { ActionLines } from '#app/ui/culture/talk/action-lines.tsx';
import { Button, QuietButton } from '#app/ui/form/button.tsx';
import { SubmitOnce } from '#app/ui/form/submit-once.tsx';
import { Notice } from '#app/ui/page/banner.tsx';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import { Empty } from '#app/ui/page/empty.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { requireHead } from '../../guards.server.ts';
import { writingFor } from './find-talk.server.ts';

export const meta: MetaFunction = () => [{ title: m.talk_team_title() }];

const heldAtMost = 20;
const settledAtMost = 10;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireHead(args);
  const writing = writingFor(actor, args.request);
  const planned = await readPlannedMeetings(reader, actor.headOf);
  const held = await readHeldMeetings(reader, actor.headOf, heldAtMost);
  const actions = await readActionsOf(reader, actor.headOf);
  const open = actions.filter(({ status }) => status === 'open');
  const settled = actions.filter(({ status }) => status !== 'open').slice(0, settledAtMost);
  return {
    cancelled: new URL(args.request.url).searchParams.get('done') === 'cancelled',
    severalDepartments: actor.headOf.length > 1,
    planned: planned.map((meeting) => {
      const { id, title, department } = meeting;
      return { id, title, department, when: writing.when(meeting), mayHold: writing.hasCome(meeting) };
    }),
    held: held.map(({ id, title, department, day, invited, kind }) => ({
      id,
      title,
      department,
      kind,
      day: writing.day(day),
      there: invited.filter(({ attended }) => attended).length,
    })),
    open: open.map((line) => showAction(line, writing)),
    settled: settled.map((line) => showAction(line, writing)),
  };
}

export default function TeamTalks() {
  const { planned, held, open, settled, severalDepartments, cancelled } = useLoaderData<typeof loader>();
  return (
    <>
      <Breadcrumb items={[{ to: '/team', label: m.team_title() }]} here={m.talk_team_title()} />
      <PageHead title={m.talk_team_title()} lead={m.talk_team_lead()}>
        <div className="actions">
          <Button to="/team/talks/new">{m.talk_new_button()}</Button>
          <QuietButton to="/talks">{m.talk_plans_title()}</QuietButton>
        </div>
      </PageHead>
      {cancelled && <Notice tone="good">{m.talk_cancelled_now()}</Notice>}
      {planned.length + held.length === 0 && (
        <Empty title={m.talk_team_none()}>{m.talk_team_none_help()}</Empty>
      )}
      {planned.length > 0 && (
        <section aria-labelledby="planned">
          <h2 id="planned" className="mb-4">
            {m.talk_planned()}
          </h2>
          <ul className="lines max-w-wide">
            {planned.map(({ id, title, department, when, mayHold }) => (
              <li key={id}>
                <h3 dir="auto">
                  <Link to={`/team/talks/${id}`}>{title}</Link>
                </h3>
                {severalDepartments && <span className="soft small">{department}</span>}
                <p className="soft">{when}</p>
                {mayHold && (
                  <p>
                    <Link
                      className="plain-press"
                      to={`/team/talks/${id}/hold`}
                      aria-label={m.talk_hold_of({ title })}
                    >
                      {m.talk_hold_button()}
                    </Link>
                  </p>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {open.length > 0 && (
        <section className="section" aria-labelledby="agreed-open">
          <h2 id="agreed-open" className="mb-4">
            {m.talk_agreed_open()}
          </h2>
          <ActionLines actions={open} renderPress={(action) => <Keep action={action} />} />
        </section>
      )}
      {held.length > 0 && (
        <section className="section" aria-labelledby="held">
          <h2 id="held" className="mb-4">
            {m.talk_held()}
          </h2>
          <ul className="lines max-w-wide">
            {held.map(({ id, title, department, day, there, kind }) => (
              <li key={id}>
                <h3 dir="auto">
                  <Link to={`/team/talks/${id}`}>{title}</Link>
                </h3>
                <span className="soft small num">{day}</span>
                <span className="soft">
                  {[
                    severalDepartments ? department : null,
                    m.talk_there({ count: there }),
                    kind === 'guests' ? m.talk_with_guests() : null,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {settled.length > 0 && (
        <section className="section" aria-labelledby="agreed-settled">
          <h2 id="agreed-settled" className="mb-4">
            {m.talk_agreed_settled()}
          </h2>
          <ActionLines actions={settled} renderPress={(action) => <Reopen action={action} />} />
        </section>
      )}
    </>
  );
}

const backHere = `?${new URLSearchParams({ to: '/team/talks' }).toString()}`;

/** One thumb on a list says `done` too soon now and then. */
function Reopen({ action: { id, text } }: { action: ShownAction }) {
  return (
    <p>
      <Link
        className="plain-press"
        to={`/actions/${id}/reopen${backHere}`}
        aria-label={m.action_reopen_of({ text })}
      >
        {m.action_reopen()}
      </Link>
    </p>
  );
}

function Keep({ action: { id, text } }: { action: ShownAction }) {
  return (
    <div className="actions full">
      <form method="post" action={`/actions/${id}/done${backHere}`}>
        <SubmitOnce quiet className="btn-small" aria-label={m.action_done_of({ text })}>
          {m.action_done()}
        </SubmitOnce>
      </form>
      <Link
        className="plain-press"
        to={`/actions/${id}/drop${backHere}`}
        aria-label={m.action_drop_of({ text })}
      >
        {m.action_drop_title()}
      </Link>
      <Link
        className="plain-press"
        to={`/actions/${id}/change${backHere}`}
        aria-label={m.action_change_of({ text })}
      >
        {m.action_change()}
      </Link>
    </div>
  );
}

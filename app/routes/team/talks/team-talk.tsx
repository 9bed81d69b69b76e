import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import type { ReactNode } from 'react';
import { readActionsFrom } from '#app/domain/action-items/action-reads.server.ts';
import { showAction } from '#app/domain/action-items/shown-action.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader } from '#app/platform/db/database.server.ts';
import { ActionLines } from '#app/ui/culture/talk/action-lines.tsx';
import { PlaceWords } from '#app/ui/culture/talk/place-words.tsx';
import { Button, QuietButton } from '#app/ui/form/button.tsx';
import { Notice } from '#app/ui/page/banner.tsx';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { requireHead } from '../../guards.server.ts';
import { findTalk, writingFor } from './find-talk.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title ?? m.talk_team_title() },
];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireHead(args);
  const meeting = await findTalk(actor, args.params.meeting);
  const writing = writingFor(actor, args.request);
  const { id, title, department, kind, place, plan, facilitator, state, invited, guests } = meeting;
  const agreed = await readActionsFrom(reader, { type: 'meeting', id });
  return {
    id,
    title,
    department,
    kind,
    place,
    plan: plan && `/talks/${plan}?meeting=${id}`,
    facilitator: facilitator.name,
    state,
    when: writing.when(meeting),
    mayHold: state === 'planned' && writing.hasCome(meeting),
    people: invited.filter(({ attended }) => attended !== false).map(({ name }) => name),
    absent: invited.filter(({ attended }) => attended === false).map(({ name }) => name),
    guests,
    agreed: agreed.map((line) => showAction(line, writing)),
    done: new URL(args.request.url).searchParams.get('done'),
  };
}

const doneWords: Record<string, () => string> = {
  planned: m.talk_done_planned,
  changed: m.talk_done_changed,
  held: m.talk_done_held,
};

export default function TeamTalk() {
  const talk = useLoaderData<typeof loader>();
  const { id, title, state, plan, mayHold, agreed } = talk;
  const home = `/team/talks/${id}`;
  const done = talk.done && doneWords[talk.done]?.();
  return (
    <>
      <Breadcrumb
        items={[
          { to: '/team', label: m.team_title() },
          { to: '/team/talks', label: m.talk_team_title() },
        ]}
        here={title}
      />
      <PageHead
        eyebrow={`${talk.kind === 'guests' ? m.talk_with_guests() : m.talk_plan_eyebrow()} · ${talk.department}`}
        title={title}
        lead={talk.when}
      >
        <div className="actions">
          {mayHold && <Button to={`${home}/hold`}>{m.talk_hold_button()}</Button>}
          {plan && state === 'planned' && <QuietButton to={plan}>{m.talk_open_plan()}</QuietButton>}
          {state === 'planned' && (
            <>
              <QuietButton to={`/talks/meetings/${id}.ics`} reloadDocument>
                {m.talk_calendar()}
              </QuietButton>
              <Link className="plain-press" to={`${home}/change`}>
                {m.talk_change_title()}
              </Link>
              <Link className="plain-press" to={`${home}/cancel`}>
                {m.talk_cancel_title()}
              </Link>
            </>
          )}
        </div>
      </PageHead>
      {done && <Notice tone="good">{done}</Notice>}
      {state === 'cancelled' && <Notice tone="bad">{m.talk_is_cancelled()}</Notice>}
      <dl className="talk-facts">
        <Fact term={m.talk_place()}>
          <PlaceWords place={talk.place} />
        </Fact>
        <Fact term={m.talk_facilitator()}>{talk.facilitator}</Fact>
        <Fact term={state === 'held' ? m.talk_was_there() : m.talk_people()}>
          {talk.people.join(', ') || m.talk_nobody()}
        </Fact>
        {talk.guests.length > 0 && <Fact term={m.talk_guests()}>{talk.guests.join(', ')}</Fact>}
        {talk.absent.length > 0 && <Fact term={m.talk_was_not_there()}>{talk.absent.join(', ')}</Fact>}
      </dl>
      {state === 'held' && (
        <section className="section" aria-labelledby="agreed">
          <h2 id="agreed" className="mb-4">
            {m.talk_agreed()}
          </h2>
          {agreed.length === 0 ? (
            <p className="soft">{m.talk_agreed_nothing()}</p>
          ) : (
            <ActionLines actions={agreed} />
          )}
        </section>
      )}
    </>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd dir="auto">{children}</dd>
    </div>
  );
}

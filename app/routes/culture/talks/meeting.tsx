import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { readActionsFrom } from '#app/domain/action-items/action-reads.server.ts';
import { showAction } from '#app/domain/action-items/shown-action.ts';
import { mayLeadTalks } from '#app/domain/actor/role-grants.ts';
import { readMeetingFor } from '#app/domain/culture/talks/meeting-reads.server.ts';
import { spanOf } from '#app/domain/culture/talks/meeting-time.ts';
import * as m from '#app/messages/generated/messages.js';
import { dateIn } from '#app/platform/clock/clock.server.ts';
import { reader } from '#app/platform/db/database.server.ts';
import { formatShortDay, formatZonedSpan } from '#app/platform/locale/format.ts';
import { readerLocale } from '#app/platform/locale/reader-locale.ts';
import { ActionLines } from '#app/ui/culture/talk/action-lines.tsx';
import { PlaceWords } from '#app/ui/culture/talk/place-words.tsx';
import { Button, QuietButton } from '#app/ui/form/button.tsx';
import { Notice } from '#app/ui/page/banner.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { notFound, requireSession } from '../../guards.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const session = await requireSession(args);
  const { actor } = session;
  const meeting = await readMeetingFor(reader, actor, args.params.meeting ?? '');
  if (!meeting) return notFound();
  const locale = readerLocale(args.request.headers.get('Accept-Language'), actor.language);
  const zone = actor.siteTimeZone;
  const { id, title, place, kind, department, facilitator, state, plan, timeZone } = meeting;
  const { from, to } = spanOf(meeting);
  const when = formatZonedSpan(from, to, locale, timeZone);
  const forReader = formatZonedSpan(from, to, locale, zone);
  const leads = facilitator.id === actor.id;
  const heads = mayLeadTalks(actor, meeting.departmentId);
  const writing = {
    day: (date: string) => formatShortDay(date, locale),
    dayOf: (at: Date) => formatShortDay(dateIn(zone, at), locale),
  };
  const agreed = state === 'held' ? await readActionsFrom(reader, { type: 'meeting', id }) : [];
  return {
    id,
    title,
    place,
    kind,
    department,
    facilitator: facilitator.name,
    state,
    when,
    here: forReader === when ? null : forReader,
    plan: plan && (leads || heads) ? `/talks/${plan}?meeting=${id}` : null,
    // The team's pages do not open on a device that many share.
    manages: heads && session.kind === 'own',
    people: meeting.invited.map((one) => one.name),
    agreed: agreed.map((line) => showAction(line, writing)),
  };
}

export default function MeetingPage() {
  const meeting = useLoaderData<typeof loader>();
  const { id, title, place, department, facilitator, state, plan, agreed } = meeting;
  return (
    <>
      <PageHead
        eyebrow={`${meeting.kind === 'guests' ? m.talk_with_guests() : m.talk_plan_eyebrow()} · ${department}`}
        title={title}
        lead={meeting.when}
      >
        <div className="actions">
          {state === 'planned' && (
            <Button to={`/talks/meetings/${id}.ics`} reloadDocument>
              {m.talk_calendar()}
            </Button>
          )}
          {plan && <QuietButton to={plan}>{m.talk_open_plan()}</QuietButton>}
          {meeting.manages && <QuietButton to={`/team/talks/${id}`}>{m.talk_manage()}</QuietButton>}
        </div>
      </PageHead>
      {state === 'cancelled' && <Notice tone="bad">{m.talk_is_cancelled()}</Notice>}
      {state === 'held' && <Notice tone="good">{m.talk_is_held()}</Notice>}
      <dl className="talk-facts">
        <div>
          <dt>{m.talk_place()}</dt>
          <dd>
            <PlaceWords place={place} />
          </dd>
        </div>
        {meeting.here && (
          <div>
            <dt>{m.talk_where_you_are()}</dt>
            <dd>{meeting.here}</dd>
          </div>
        )}
        <div>
          <dt>{m.talk_facilitator()}</dt>
          <dd dir="auto">{facilitator}</dd>
        </div>
        <div>
          <dt>{m.talk_people()}</dt>
          <dd dir="auto">{meeting.people.join(', ')}</dd>
        </div>
      </dl>
      {agreed.length > 0 && (
        <section className="section" aria-labelledby="agreed">
          <h2 id="agreed" className="mb-4">
            {m.talk_agreed()}
          </h2>
          <ActionLines actions={agreed} />
          <p className="mt-4">
            <Link className="plain-press" to="/actions">
              {m.action_mine()}
            </Link>
          </p>
        </section>
      )}
    </>
  );
}

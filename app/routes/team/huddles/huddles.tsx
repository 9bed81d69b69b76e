import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import {
  huddlesBefore,
  huddlesFrom,
  partsOf,
  pastHuddlesOnPage,
} from '#app/domain/culture/huddles/huddle-reads.server.ts';
import { mondayOf } from '#app/domain/culture/huddles/week.ts';
import * as m from '#app/messages/generated/messages.js';
import { dateIn } from '#app/platform/clock/clock.server.ts';
import { reader } from '#app/platform/db/database.server.ts';
import { readerLocale } from '#app/platform/locale/reader-locale.ts';
import { Fold } from '#app/ui/fold/fold.tsx';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import { Empty } from '#app/ui/page/empty.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { Pager } from '#app/ui/page/pager.tsx';
import { StateMark } from '#app/ui/page/state-mark.tsx';
import { pagerLinks } from '#app/ui/table/pager-links.ts';
import { pageNumber } from '#app/domain/people/directory/people-list.ts';
import { requireHead } from '../../guards.server.ts';
import { ownFirst, shownHuddle, type ShownHuddle } from './shown-huddle.ts';

export const meta: MetaFunction = () => [{ title: m.huddle_title() }];

export async function loader(args: LoaderFunctionArgs) {
  const head = await requireHead(args);
  const locale = readerLocale(args.request.headers.get('Accept-Language'), head.language);
  const monday = mondayOf(dateIn(head.siteTimeZone));
  const current = ownFirst(await huddlesFrom(reader, head.headOf, monday), head);
  const wanted = pageNumber.parse(new URL(args.request.url).searchParams.get('page') ?? undefined);
  const { page, rows, total } = await pageOf(head.headOf, monday, wanted);
  const parts = await partsOf(
    reader,
    rows.flatMap(({ held }) => held?.id ?? []),
  );
  return {
    thisWeek: current.filter(({ state }) => state !== 'coming').map((one) => shownHuddle(one, locale)),
    nextWeek: current.filter(({ state }) => state === 'coming').map((one) => shownHuddle(one, locale)),
    past: rows.map((huddle) => ({
      ...shownHuddle(huddle, locale),
      took: (huddle.held ? (parts.get(huddle.held.id) ?? []) : []).map(({ name }) => name),
    })),
    pager: pagerLinks({
      page,
      size: pastHuddlesOnPage,
      shown: rows.length,
      total,
      to: (number) => (number > 1 ? `/team/huddles?page=${number}` : '/team/huddles'),
      locale,
    }),
  };
}

/** A page beyond the last one is the last one. */
async function pageOf(headOf: string[], monday: string, wanted: number) {
  const found = await huddlesBefore(reader, headOf, monday, wanted);
  const last = Math.max(1, Math.ceil(found.total / pastHuddlesOnPage));
  if (wanted <= last) return { page: wanted, ...found };
  return { page: last, ...(await huddlesBefore(reader, headOf, monday, last)) };
}

export default function Huddles() {
  const { thisWeek, nextWeek, past, pager } = useLoaderData<typeof loader>();
  return (
    <>
      <Breadcrumb items={[{ to: '/team', label: m.team_title() }]} here={m.huddle_title()} />
      <PageHead title={m.huddle_title()} lead={m.huddle_lead()} />
      {thisWeek.length === 0 && nextWeek.length === 0 && (
        <Empty title={m.huddle_empty_title()}>{m.huddle_empty()}</Empty>
      )}
      <Week title={m.huddle_this_week()} huddles={thisWeek} />
      <Week title={m.huddle_next_week()} huddles={nextWeek} />
      <section className="section" aria-labelledby="huddles-past">
        <h2 id="huddles-past" className="mb-4">
          {m.huddle_past()}
        </h2>
        {past.length === 0 && <p className="soft">{m.huddle_past_none()}</p>}
        <ul className="lines max-w-wide">
          {past.map(({ took, ...huddle }) => (
            <li key={huddle.id}>
              <Head huddle={huddle} />
              {took.length > 0 && (
                <div className="full">
                  <Fold title={m.huddle_took_part({ count: took.length })}>
                    <Names names={took} />
                  </Fold>
                </div>
              )}
            </li>
          ))}
        </ul>
        {past.length > 0 && <Pager {...pager} />}
      </section>
    </>
  );
}

function Names({ names }: { names: string[] }) {
  return (
    <ul className="huddle-names">
      {names.map((name, index) => (
        <li key={`${index} ${name}`} dir="auto">
          {name}
        </li>
      ))}
    </ul>
  );
}

function Head({ huddle }: { huddle: ShownHuddle }) {
  const { id, title, language, department, week, tone, stand } = huddle;
  return (
    <>
      <h3 lang={language} dir="auto">
        <Link to={`/team/huddles/${id}`} aria-label={m.huddle_open_of({ title, department })}>
          {title}
        </Link>
      </h3>
      <StateMark tone={tone}>{stand}</StateMark>
      <p className="soft">
        {department} · {week}
      </p>
    </>
  );
}

function Week({ title, huddles }: { title: string; huddles: ShownHuddle[] }) {
  if (huddles.length === 0) return null;
  const id = `huddles-${huddles[0]!.id}`;
  return (
    <section className="section" aria-labelledby={id}>
      <h2 id={id} className="mb-4">
        {title}
      </h2>
      <ul className="lines max-w-wide">
        {huddles.map((huddle) => (
          <li key={huddle.id}>
            <Head huddle={huddle} />
            <p className="actions">
              <a
                className="inline-flex min-h-touch items-center"
                href={`/team/huddles/${huddle.id}.pdf`}
                aria-label={m.huddle_print_of({ title: huddle.title, department: huddle.department })}
              >
                {m.huddle_print()}
              </a>
              {huddle.mayChoose && (
                <Link
                  className="inline-flex min-h-touch items-center"
                  to={`/team/huddles/${huddle.id}/choose`}
                >
                  {m.huddle_choose()}
                </Link>
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

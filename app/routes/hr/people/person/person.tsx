import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { passwordOf } from '#app/domain/access/passwords/credential-reads.server.ts';
import { hasPin } from '#app/domain/access/pins/pin-reads.server.ts';
import { hasSecondFactor } from '#app/domain/access/second-factor/second-factor-reads.server.ts';
import { hasRole } from '#app/domain/actor/actor.ts';
import { isoDate } from '#app/domain/people/iso-date.ts';
import { readPersonLearning } from '#app/domain/reporting/people/person-learning-reads.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader } from '#app/platform/db/database.server.ts';
import { formatDay } from '#app/platform/locale/format.ts';
import { readerLocale } from '#app/platform/locale/reader-locale.ts';
import { Notice } from '#app/ui/page/banner.tsx';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { requireRole } from '../../../guards.server.ts';
import { Facts } from '../../facts.tsx';
import { HistoryList } from '../../history-list.tsx';
import { roleWords } from '../../words.ts';
import { AsOf } from './as-of.tsx';
import { sayAsOf } from './as-of.server.ts';
import { findPerson } from './find-person.server.ts';
import { personEntryInWords } from './history-words.ts';
import { LearningSections } from './learning-sections.tsx';
import { PersonActions } from './person-actions.tsx';
import { showLearning } from './shown-learning.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.name ?? m.hr_people_title() }];

const savedWords: Record<string, (input: { name: string }) => string> = {
  edit: m.hr_saved_edit,
  move: m.hr_saved_move,
  close: m.hr_saved_close,
  stay: m.hr_saved_stay,
  reopen: m.hr_saved_reopen,
};

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireRole(args, 'hr', 'admin');
  const locale = readerLocale(args.request.headers.get('Accept-Language'), actor.language);
  const query = new URL(args.request.url).searchParams;
  const person = await findPerson(args);
  const { id, name, stand, term, place, today, roles } = person;
  const day = (date: string) => formatDay(date, locale);
  const stands = {
    left: () => m.hr_stand_left({ date: day(term.leftOn ?? today) }),
    starts: () => m.hr_stand_starts({ date: day(term.hiredOn) }),
    'works-here': () =>
      term.leftOn
        ? m.hr_stand_leaving({ date: day(term.leftOn) })
        : m.hr_stand_works({ date: day(term.hiredOn) }),
  };
  const on = isoDate.safeParse(query.get('on') ?? '').data;
  return {
    id,
    name,
    stand,
    leaving: term.leftOn !== null && stand !== 'left',
    isSelf: id === actor.id,
    hasEmail: person.email !== null,
    proofs: {
      password: (await passwordOf(reader, id)) !== null,
      secondFactor: await hasSecondFactor(reader, id),
      pin: await hasPin(reader, id),
    },
    saved: savedWords[query.get('saved') ?? '']?.({ name }) ?? null,
    says: stands[stand](),
    identity: [
      { what: m.hr_person_email(), is: person.email ?? m.hr_nothing() },
      { what: m.hr_person_number(), is: person.employeeNumber ?? m.hr_nothing() },
      {
        what: m.hr_edit_language(),
        is: new Intl.DisplayNames(locale, { type: 'language' }).of(person.language) ?? person.language,
      },
      {
        what: m.hr_people_roles(),
        is: roles.map((role) => roleWords[role].name()).join(', ') || m.hr_nothing(),
      },
    ],
    place: place && {
      departmentId: place.departmentId,
      department: place.department,
      managerId: place.managerId,
      manager: place.manager,
      site: place.site,
      jobTitle: place.jobTitle || m.hr_nothing(),
    },
    asOf: on ? { day: on, says: await sayAsOf(id, on, locale) } : null,
    today,
    // Who looks after the program keeps people; how far they are is for HR.
    learning: hasRole(actor, 'hr')
      ? showLearning(await readPersonLearning(reader, id, on ?? ''), locale)
      : null,
    history: person.history.map((entry, index) => ({
      key: String(index),
      on: day(entry.on),
      planned: entry.on > today,
      ...personEntryInWords(entry, locale),
    })),
  };
}

type Shown = ReturnType<typeof useLoaderData<typeof loader>>;

export default function Person() {
  const person = useLoaderData<typeof loader>();
  const { id, name, saved, says, identity, place, asOf, today, learning, history } = person;
  return (
    <>
      <Breadcrumb
        items={[
          { to: '/hr', label: m.hr_title() },
          { to: '/hr/people', label: m.hr_people_title() },
        ]}
        here={name}
      />
      {saved && <Notice tone="good">{saved}</Notice>}
      <PageHead title={name} lead={says} />
      <div className="columns">
        <div>
          {place && <Place place={place} stand={person.stand} />}
          <Facts title={m.hr_identity()} facts={identity} />
        </div>
        <PersonActions {...person} />
      </div>
      {learning && <LearningSections learning={learning} />}
      <section className="section" aria-labelledby="history">
        <h2 id="history" className="mb-4">
          {m.hr_history()}
        </h2>
        <HistoryList lines={history} plannedWord={m.hr_planned()} />
        <AsOf id={id} day={asOf?.day ?? today} says={asOf?.says ?? null} />
      </section>
    </>
  );
}

const placeTitles: Record<Shown['stand'], () => string> = {
  'works-here': m.hr_place_today,
  starts: m.hr_place_first,
  left: m.hr_place_last,
};

function Place({ place, stand }: { place: NonNullable<Shown['place']>; stand: Shown['stand'] }) {
  const manager = place.managerId ? (
    <Link to={`/hr/people/${place.managerId}`}>{place.manager}</Link>
  ) : (
    m.hr_nothing()
  );
  return (
    <Facts
      title={placeTitles[stand]()}
      facts={[
        {
          what: m.hr_column_department(),
          is: <Link to={`/hr/departments/${place.departmentId}`}>{place.department}</Link>,
        },
        { what: m.hr_column_site(), is: place.site },
        { what: m.hr_column_job(), is: place.jobTitle },
        { what: m.hr_person_manager(), is: manager },
      ]}
    />
  );
}

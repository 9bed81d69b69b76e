import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { readPersonCard } from '#app/domain/people/directory/person-reads.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader } from '#app/platform/db/database.server.ts';
import { formatDay } from '#app/platform/locale/format.ts';
import { readerLocale } from '#app/platform/locale/reader-locale.ts';
import { QuietButton } from '#app/ui/form/button.tsx';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { notFound, requireRole } from '../../guards.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title ?? m.hr_people_title() },
];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireRole(args, 'hr', 'admin');
  const locale = readerLocale(args.request.headers.get('Accept-Language'), actor.language);
  const person = await readPersonCard(reader, args.params.person ?? '');
  if (!person) return notFound();
  const { name, email, employeeNumber, startsOn } = person;
  const title = startsOn
    ? m.hr_person_added_title_later({ name, date: formatDay(startsOn, locale) })
    : m.hr_person_added_title({ name });
  const both = email && employeeNumber;
  return {
    id: person.id,
    title,
    email,
    signInWith: both
      ? m.hr_person_added_both({ email, number: employeeNumber })
      : (email ?? employeeNumber ?? m.hr_nothing()),
  };
}

export default function PersonAdded() {
  const { id, title, email, signInWith } = useLoaderData<typeof loader>();
  return (
    <>
      <Breadcrumb
        items={[
          { to: '/hr', label: m.hr_title() },
          { to: '/hr/people', label: m.hr_people_title() },
        ]}
      />
      <PageHead title={title} lead={m.hr_person_added_lead()}>
        <dl>
          <dt className="soft small">{m.hr_person_added_with()}</dt>
          <dd className="text-lead" dir="auto">
            {signInWith}
          </dd>
        </dl>
      </PageHead>
      <ul className="lines max-w-wide">
        {email && (
          <Way to={`/hr/people/${id}/invitation`} label={m.hr_person_added_invite()}>
            {m.hr_person_added_invite_about({ email })}
          </Way>
        )}
        <Way to={`/hr/people/${id}/slip`} label={m.hr_person_added_slip()}>
          {m.hr_person_added_slip_about()}
        </Way>
      </ul>
      <div className="actions mt-8">
        <QuietButton to="/hr/people/new">{m.hr_person_added_next()}</QuietButton>
        <QuietButton to="/hr/people">{m.hr_person_added_people()}</QuietButton>
      </div>
    </>
  );
}

function Way({ to, label, children }: { to: string; label: string; children: string }) {
  return (
    <li>
      <h2>
        <Link to={to}>{label}</Link>
      </h2>
      <p className="soft" dir="auto">
        {children}
      </p>
    </li>
  );
}

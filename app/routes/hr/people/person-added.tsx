import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { readPersonCard } from '#app/domain/people/directory/person-reads.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader } from '#app/platform/db/database.server.ts';
import { formatDay } from '#app/platform/locale/format.ts';
import { readerLocale } from '#app/platform/locale/reader-locale.ts';
import { Button, QuietButton } from '#app/ui/form/button.tsx';
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
    title,
    signInWith: both
      ? m.hr_person_added_both({ email, number: employeeNumber })
      : (email ?? employeeNumber ?? m.hr_nothing()),
  };
}

export default function PersonAdded() {
  const { title, signInWith } = useLoaderData<typeof loader>();
  return (
    <>
      <Breadcrumb
        items={[
          { to: '/hr', label: m.hr_title() },
          { to: '/hr/people', label: m.hr_people_title() },
        ]}
      />
      <PageHead title={title} lead={m.hr_person_added_lead()} />
      <dl className="lines max-w-wide">
        <Line what={m.hr_person_added_with()} is={signInWith} />
        <Line what={m.hr_person_added_password()} is={m.hr_person_added_password_what()} />
      </dl>
      <div className="actions mt-8">
        <Button to="/hr/people/new">{m.hr_person_added_next()}</Button>
        <QuietButton to="/hr/people">{m.hr_person_added_people()}</QuietButton>
      </div>
    </>
  );
}

function Line({ what, is }: { what: string; is: string }) {
  return (
    <div className="py-3">
      <dt className="soft small">{what}</dt>
      <dd className="text-lead" dir="auto">
        {is}
      </dd>
    </div>
  );
}

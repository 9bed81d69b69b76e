import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { reopenPerson } from '#app/domain/people/staff/reopen-person.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { requireRole } from '../../../guards.server.ts';
import { findPerson, personCrumbs } from '../person/find-person.server.ts';
import { placeChoices } from './place-choices.server.ts';
import { PlaceFields } from './place-fields.tsx';
import { sendPlace } from './send-place.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title ?? m.hr_people_title() },
];

export async function loader(args: LoaderFunctionArgs) {
  await requireRole(args, 'hr', 'admin');
  const person = await findPerson(args);
  return {
    id: person.id,
    crumbs: personCrumbs(person),
    title: m.hr_reopen_title({ name: person.name }),
    day: person.today,
    choices: await placeChoices(person),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireRole(args, 'hr', 'admin');
  return sendPlace(args, 'reopen', (tx, change, fromOn) =>
    reopenPerson(tx, actor, { ...change, hiredOn: fromOn }),
  );
}

export default function ReopenPerson() {
  const { id, crumbs, title, day, choices } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <Breadcrumb items={crumbs} here={m.hr_reopen()} />
      <PageHead title={title} lead={m.hr_reopen_lead()} />
      <PlaceFields
        reply={answer?.reply}
        choices={choices}
        day={{ label: m.hr_reopen_day(), hint: m.hr_reopen_day_hint(), value: day }}
        button={m.hr_reopen_button()}
        back={`/hr/people/${id}`}
      />
    </>
  );
}

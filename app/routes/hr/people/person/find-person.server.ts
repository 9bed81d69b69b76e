import type { LoaderFunctionArgs } from '@remix-run/node';
import type { PersonPage } from '#app/domain/people/history/person-page-reads.server.ts';
import { readPersonPage } from '#app/domain/people/history/person-page-reads.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader } from '#app/platform/db/database.server.ts';
import { notFound } from '../../../guards.server.ts';

/** The person in the address; 404 where there is none. */
export async function findPerson({ params }: LoaderFunctionArgs): Promise<PersonPage> {
  return (await readPersonPage(reader, params.person ?? '')) ?? notFound();
}

/** The way back from a page about one person. */
export function personCrumbs({ id, name }: { id: string; name: string }) {
  return [
    { to: '/hr', label: m.hr_title() },
    { to: '/hr/people', label: m.hr_people_title() },
    { to: `/hr/people/${id}`, label: name },
  ];
}

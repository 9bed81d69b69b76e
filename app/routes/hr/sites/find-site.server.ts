import type { LoaderFunctionArgs } from '@remix-run/node';
import type { SitePage } from '#app/domain/people/sites/site-page-reads.server.ts';
import { readSite } from '#app/domain/people/sites/site-page-reads.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader } from '#app/platform/db/database.server.ts';
import { notFound } from '../../guards.server.ts';

/** The site in the address, open or closed; 404 where there is none. */
export async function findSite({ params }: LoaderFunctionArgs): Promise<SitePage> {
  return (await readSite(reader, params.site ?? '')) ?? notFound();
}

/** The way back from a page about one site. */
export function siteCrumbs({ id, name }: { id: string; name: string }) {
  return [
    { to: '/hr', label: m.hr_title() },
    { to: '/hr/sites', label: m.hr_sites_title() },
    { to: `/hr/sites/${id}`, label: name },
  ];
}

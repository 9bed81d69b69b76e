import type { LoaderFunctionArgs } from '@remix-run/node';
import type { PersonActor } from '#app/domain/actor/actor.ts';
import type { HeadsSite } from '#app/domain/culture/posters/hangings/sites-of-head.sql.server.ts';
import { sitesOfHead } from '#app/domain/culture/posters/hangings/sites-of-head.sql.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader } from '#app/platform/db/database.server.ts';
import { notFound, requireHead } from '../../guards.server.ts';

/** A head at one of the sites where their people work; any other is not there. */
export async function headAtSite(args: LoaderFunctionArgs): Promise<{ actor: PersonActor; site: HeadsSite }> {
  const actor = await requireHead(args);
  const sites = await sitesOfHead(reader, actor);
  const site = sites.find(({ id }) => id === args.params.site) ?? notFound();
  return { actor, site };
}

export const paperAt = ({ paper }: HeadsSite): 'a4' | 'letter' => (paper === 'letter' ? 'letter' : 'a4');

export const checklistCrumbs = (siteId?: string) => [
  { to: '/team', label: m.team_title() },
  ...(siteId ? [{ to: `/team/posters?site=${siteId}`, label: m.poster_list_title() }] : []),
];

import type { LoaderFunctionArgs } from '@remix-run/node';
import { readPosters } from '#app/domain/culture/posters/poster-reads.server.ts';
import {
  type Screen,
  readScreen,
  screenToken,
} from '#app/domain/culture/posters/screens/screen-reads.server.ts';
import { readCompany } from '#app/domain/people/company-reads.server.ts';
import { readDepartments } from '#app/domain/people/department-reads.server.ts';
import { readSiteRows } from '#app/domain/people/sites/site-page-reads.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader } from '#app/platform/db/database.server.ts';
import { notFound } from '../../guards.server.ts';

export async function findScreen(args: LoaderFunctionArgs): Promise<Screen> {
  return (await readScreen(reader, args.params.screen ?? '')) ?? notFound();
}

/** What a display is given to open. */
export function addressOf(screen: Screen, request: Request): string {
  return `${new URL(request.url).origin}/screen/${screenToken(screen)}`;
}

export const screenCrumbs = (screen?: Pick<Screen, 'id' | 'name'>) => [
  { to: '/studio', label: m.studio_title() },
  { to: '/studio/screens', label: m.poster_screens_title() },
  ...(screen ? [{ to: `/studio/screens/${screen.id}`, label: screen.name }] : []),
];

/** What a screen can be given: posters that are published, places that are there. */
export async function screenChoices(language: string) {
  const posters = await readPosters(reader, language);
  const sites = await readSiteRows(reader);
  const departments = await readDepartments(reader);
  const company = await readCompany(reader);
  const spoken = posters.flatMap(({ editions }) => editions.map((edition) => edition.language));
  const names = new Intl.DisplayNames([language], { type: 'language' });
  const usual = company?.language ?? 'en';
  return {
    usualLanguage: usual,
    posters: posters.map(({ documentId, slug, title, template }) => ({ documentId, slug, title, template })),
    sites: sites.filter(({ closed }) => !closed).map(({ id, name }) => ({ value: id, label: name })),
    departments: departments.map(({ id, name }) => ({ value: id, label: name })),
    languages: [...new Set([usual, ...spoken])].map((value) => ({ value, label: names.of(value) ?? value })),
  };
}

export type ScreenChoices = Awaited<ReturnType<typeof screenChoices>>;

import type { PersonActor } from '#app/domain/actor/actor.ts';
import { hangPoster } from '#app/domain/culture/posters/hangings/hang-poster.server.ts';
import type { WallSize } from '#app/domain/culture/posters/hangings/hanging.ts';
import { thanksTemplate } from '#app/domain/culture/posters/poster.ts';
import { readPosters } from '#app/domain/culture/posters/poster-reads.server.ts';
import { addScreen } from '#app/domain/culture/posters/screens/add-screen.server.ts';
import { compileDocument } from '#app/domain/publishing/compile-document.work.server.ts';
import { publishVersion } from '#app/domain/publishing/publish-version.server.ts';
import { saveVersion } from '#app/domain/publishing/save-version.server.ts';
import { reader, type Tx } from '#app/platform/db/database.server.ts';
import { addDays, instantAt, type Span } from '../calendar.ts';
import { granted, type Deed } from '../deed.ts';
import { idOf, type KnownIds } from '../known-ids.ts';

type OnWalls = {
  span: Span;
  timeZone: string;
  known: KnownIds;
  editor: () => PersonActor;
  head: () => PersonActor;
};

/** The one that hangs in colours which are not its own any more. */
const recoloured = { slug: 'four-thumbs-up', from: 'palette: brick', to: 'palette: ink' };

const onWalls: { slug: string; site: string; place?: string; size?: WallSize; daysAgo: number }[] = [
  {
    slug: 'a-scale-has-no-opinion',
    site: 'gdansk',
    place: 'Over the packing bench',
    size: 'a3',
    daysAgo: 60,
  },
  { slug: recoloured.slug, site: 'gdansk', place: 'Door of the canteen', size: 'a4', daysAgo: 45 },
  { slug: 'you-may-begin-it', site: 'gdansk', daysAgo: 20 },
  { slug: 'you-may-begin-it', site: 'leeds', place: 'Beside the time clock', size: 'a3', daysAgo: 18 },
];
const recolouredDaysAgo = { was: 50, isAgain: 10 };
const screenDaysAgo = 30;

/** What hangs at two sites, one of it in an edition that is no longer today's; and the screen in the canteen. */
export async function posterDeeds({ span, timeZone, known, editor, head }: OnWalls): Promise<Deed[]> {
  const noon = (daysAgo: number, minute = 0) =>
    instantAt(addDays(span.today, -daysAgo), 12 * 60 + minute, timeZone);
  const hang = onWalls.map(({ slug, site, place, size, daysAgo }, index) => ({
    at: noon(daysAgo, index),
    act: async (tx: Tx) => {
      const poster = (await readPosters(tx, 'en')).find((one) => one.slug === slug);
      const at = { siteId: idOf(known.sites, site), place, size };
      if (poster) granted(await hangPoster(tx, head(), { ...at, documentId: poster.documentId }));
    },
  }));
  const screen = {
    at: noon(screenDaysAgo),
    act: async (tx: Tx) => {
      const posters = (await readPosters(tx, 'en')).filter(({ template }) => template !== thanksTemplate);
      if (posters.length === 0) return;
      const documentIds = posters.map(({ documentId }) => documentId);
      const look = { language: 'en', seconds: 20, shape: 'wide' as const, showsThanks: false };
      const siteId = idOf(known.sites, 'gdansk');
      granted(await addScreen(tx, editor(), { name: 'Canteen in Gdańsk', siteId, ...look, documentIds }));
    },
  };
  return [...hang, screen, ...(await recolour(editor, noon))];
}

/** For a while a poster had other colours; now it has its own again. */
async function recolour(editor: OnWalls['editor'], noon: (daysAgo: number) => Date): Promise<Deed[]> {
  const { slug, from, to } = recoloured;
  const draft = await reader.draft.findFirst({ where: { kind: 'poster', slug, versionId: { not: null } } });
  if (!draft?.versionId || !draft.source.includes(from)) return [];
  const source = draft.source.replace(from, to);
  const result = await compileDocument({ kind: 'poster', slug, source, vocabulary: null });
  if (!('ok' in result)) return [];
  const publish = async (tx: Tx, versionId: string) =>
    granted(await publishVersion(tx, editor(), { versionId, change: 'wording' }));
  return [
    {
      at: noon(recolouredDaysAgo.was),
      act: async (tx) => {
        const { versionId } = await saveVersion(tx, editor(), { compiled: result.compiled });
        await publish(tx, versionId);
      },
    },
    { at: noon(recolouredDaysAgo.isAgain), act: (tx) => publish(tx, draft.versionId!) },
  ];
}

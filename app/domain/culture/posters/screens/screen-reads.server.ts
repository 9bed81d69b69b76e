import { timingSafeEqual } from 'node:crypto';
import type { Reader, Tx } from '#app/platform/db/database.server.ts';
import { keyedHash } from '#app/platform/seal/seal.server.ts';
import { readPosters } from '../poster-reads.server.ts';
import { type Poster, thanksTemplate } from '../poster.ts';
import { shapes, type Shape, tokenShape } from './screen.ts';

export type Screen = {
  id: string;
  name: string;
  siteId: string | null;
  departmentId: string | null;
  language: string;
  seconds: number;
  shape: Shape;
  showsThanks: boolean;
  generation: number;
  /** As they were chosen, those that are withdrawn now among them. */
  documentIds: string[];
};

export type ScreenRow = Screen & { site: string | null; department: string | null };

/** The last part of a screen's address: 132 bits that nobody guesses, and that no table holds. */
export function screenToken({ id, generation }: Pick<Screen, 'id' | 'generation'>): string {
  return `S${keyedHash('screen', `${id} ${generation}`).slice(0, 22)}`;
}

const chosen = { posters: { orderBy: { position: 'asc' }, select: { documentId: true } } } as const;

type Found = Omit<Screen, 'shape' | 'documentIds'> & { shape: string; posters: { documentId: string }[] };

function screenFrom({ posters, ...found }: Found): Screen {
  const { id, name, siteId, departmentId, language, seconds, showsThanks, generation } = found;
  const shape = shapes.find((one) => one === found.shape) ?? 'wide';
  const documentIds = posters.map(({ documentId }) => documentId);
  return { id, name, siteId, departmentId, language, seconds, shape, showsThanks, generation, documentIds };
}

/** The screen that an address stands for; null for one that was taken away, or has another address now. */
export async function screenByToken(db: Reader | Tx, token: string): Promise<Screen | null> {
  if (!tokenShape.test(token)) return null;
  const screens = await db.screen.findMany({
    where: { revokedAt: null },
    select: { id: true, generation: true },
  });
  const asked = Buffer.from(token);
  const found = screens.find((screen) => timingSafeEqual(asked, Buffer.from(screenToken(screen))));
  return found ? readScreen(db, found.id) : null;
}

/** For whoever keeps it. */
export async function readScreen(db: Reader | Tx, screenId: string): Promise<Screen | null> {
  const found = await db.screen.findFirst({ where: { id: screenId, revokedAt: null }, include: chosen });
  return found && screenFrom(found);
}

/** Those that were not taken away, by name. */
export async function readScreens(db: Reader | Tx): Promise<ScreenRow[]> {
  const found = await db.screen.findMany({
    where: { revokedAt: null },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    include: { ...chosen, site: { select: { name: true } }, department: { select: { name: true } } },
  });
  return found.map((screen) => ({
    ...screenFrom(screen),
    site: screen.site?.name ?? null,
    department: screen.department?.name ?? null,
  }));
}

/** What it shows now: what was chosen and is published, without names of colleagues unless it may show them. */
export async function postersOnScreen(
  db: Reader | Tx,
  { documentIds, language, showsThanks }: Pick<Screen, 'documentIds' | 'language' | 'showsThanks'>,
): Promise<Poster[]> {
  const published = new Map((await readPosters(db, language)).map((poster) => [poster.documentId, poster]));
  return documentIds
    .flatMap((documentId) => published.get(documentId) ?? [])
    .filter(({ template }) => showsThanks || template !== thanksTemplate);
}

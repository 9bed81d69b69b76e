import type { Huddle } from '#app/domain/culture/huddles/huddle-reads.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { formatShortDay } from '#app/platform/locale/format.ts';
import { stateTones, stateWords } from './words.ts';

export const weekInWords = (mondayOn: string, locale: string) =>
  m.huddle_week_of({ date: formatShortDay(mondayOn, locale) });

/** A huddle as lists show it. */
export function shownHuddle(huddle: Huddle, locale: string) {
  const { id, title, language, department, mondayOn, state, held } = huddle;
  return {
    id,
    title,
    language,
    department,
    week: weekInWords(mondayOn, locale),
    tone: stateTones[state],
    stand: stateWords[state](held ? formatShortDay(held.heldOn, locale) : ''),
    mayChoose: held === null && state !== 'missed',
  };
}

export type ShownHuddle = ReturnType<typeof shownHuddle>;

/** The department that somebody works in themselves comes first among those that they head. */
export function ownFirst(huddles: Huddle[], { departmentId }: { departmentId: string | null }): Huddle[] {
  const isOwn = (huddle: Huddle) => huddle.departmentId === departmentId;
  return [...huddles.filter(isOwn), ...huddles.filter((huddle) => !isOwn(huddle))];
}

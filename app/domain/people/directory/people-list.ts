import { z } from 'zod';
import { isoDate } from '../iso-date.ts';
import { fold } from '../search-key.ts';

export const peoplePageSize = 50;

/** What somebody looks for, as the address holds it. */
export const searchText = z
  .string()
  .transform((text) => text.trim().slice(0, 100))
  .catch('');

export const pageNumber = z.coerce.number().int().min(1).max(100_000).catch(1);

/** Those who work here (and are about to), those who have left, or everybody who ever was in the list. */
export const whoListed = ['working', 'left', 'all'] as const;

export type WhoListed = (typeof whoListed)[number];

export const peopleFilters = z
  .object({
    q: searchText,
    department: z.string().max(40).catch(''),
    who: z.enum(whoListed).catch('working'),
    /** As of which day; today without one. */
    on: isoDate.or(z.literal('')).catch(''),
    page: pageNumber,
  })
  .strict();

export type PeopleFilters = z.infer<typeof peopleFilters>;

export type PersonRow = {
  id: string;
  name: string;
  employeeNumber: string | null;
  department: string;
  site: string;
  jobTitle: string;
  /** Their first day, where that is still to come. */
  startsOn: string | null;
  /** Their last day, of somebody who has left. */
  leftOn: string | null;
  roles: string[];
};

/** Each word has to be found, in whatever order they were typed. */
export function searchWords(text: string): string[] {
  return [...new Set(fold(text).split(' ').filter(Boolean))];
}

import { z } from 'zod';
import { fold } from '../search-key.ts';

export const peoplePageSize = 50;

/** What somebody looks for, as the address holds it. */
export const searchText = z
  .string()
  .transform((text) => text.trim().slice(0, 100))
  .catch('');

export const pageNumber = z.coerce.number().int().min(1).max(100_000).catch(1);

export const peopleFilters = z
  .object({ q: searchText, department: z.string().max(40).catch(''), page: pageNumber })
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
  roles: string[];
};

/** Each word has to be found, in whatever order they were typed. */
export function searchWords(text: string): string[] {
  return [...new Set(fold(text).split(' ').filter(Boolean))];
}

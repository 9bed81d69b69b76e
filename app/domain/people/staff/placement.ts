import { z } from 'zod';
import { newPerson } from '../person.ts';

/** Somebody's name, how they are reached, and the language they read in. */
export const personIdentity = newPerson
  .pick({ name: true, email: true, employeeNumber: true })
  .extend({ language: z.string({ error: 'missing' }).refine(isLanguage, 'not-a-language') })
  .strict();

export type PersonIdentity = z.infer<typeof personIdentity>;

function isLanguage(tag: string): boolean {
  try {
    return tag.length <= 35 && Intl.getCanonicalLocales(tag)[0] === tag;
  } catch {
    return false;
  }
}

/** Where somebody works, and as what. */
export type PersonPlace = {
  departmentId: string;
  siteId: string;
  jobTitle: string;
  managerId: string | null;
};

export type PersonPlaceRefusal =
  | 'unknown-department'
  | 'department-closed'
  | 'unknown-site'
  | 'site-closed'
  | 'unknown-manager'
  | 'own-manager';

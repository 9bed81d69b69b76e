import { z } from 'zod';
import type { EventName } from '#app/domain/events/catalogue.ts';
import { catalogue } from '#app/domain/events/catalogue.ts';
import { searchText } from '#app/domain/people/directory/people-list.ts';
import { isoDate } from '#app/domain/people/iso-date.ts';

export const eventNames = Object.keys(catalogue) as EventName[];

/** What an event can be about. */
export const subjectTypes = [
  'person',
  'department',
  'site',
  'company',
  'version',
  'reading',
  'attempt',
  'try-request',
  'completion',
  'commitment',
  'certificate',
  'huddle',
  'meeting',
  'action',
  'notice',
  'token',
  'tablet',
  'screen',
  'hanging',
  'mail',
  'mailing',
  'job',
  'reaction',
  'chain',
  'backup',
] as const;

export type SubjectType = (typeof subjectTypes)[number];

export const auditPageSize = 50;

const seq = z.coerce.number().int().min(1).optional().catch(undefined);

/** What the address asks for. Whatever it says that is not understood counts as not said. */
const auditFilters = z
  .object({
    /** Who did it, and whom it is about: an e-mail address, an employee number or an id. */
    by: searchText,
    about: searchText,
    event: z.enum(['', ...eventNames]).catch(''),
    subject: z.enum(['', ...subjectTypes]).catch(''),
    /** Of one subject, from a link. */
    id: z.string().max(80).catch(''),
    /** Calendar dates where the reader is, both inclusive. */
    from: z.union([z.literal(''), isoDate]).catch(''),
    to: z.union([z.literal(''), isoDate]).catch(''),
    /** Older than, or newer than, the event of this number. */
    before: seq,
    after: seq,
  })
  .strict();

export type AuditQuery = z.infer<typeof auditFilters>;
export type AuditFilters = AuditQuery & { timeZone: string };

const unfiltered: AuditQuery = auditFilters.parse({ by: '', about: '' });
const names = [...Object.keys(unfiltered), 'before', 'after'] as (keyof AuditQuery)[];

export function readAuditFilters(query: URLSearchParams): AuditQuery {
  return auditFilters.parse(Object.fromEntries(names.map((name) => [name, query.get(name) ?? undefined])));
}

/** The same as an address says it. Any change begins at the newest again, unless it says from where. */
export function auditQuery(filters: AuditQuery, change: Partial<AuditQuery> = {}): string {
  const wanted = { ...filters, before: undefined, after: undefined, ...change };
  const said = [...new Set(names)].filter((name) => wanted[name] !== undefined && wanted[name] !== '');
  const query = new URLSearchParams(said.map((name) => [name, String(wanted[name])])).toString();
  return query && `?${query}`;
}

export function isAuditFiltered({ by, about, event, subject, id, from, to }: AuditQuery): boolean {
  return Boolean(by || about || event || subject || id || from || to);
}

/** What a fact is, so that a page can say it: an id comes with the name of what it names. */
export type AuditFact = { key: string; value: string | number | boolean };

export type AuditRow = {
  seq: number;
  at: Date;
  name: string;
  /** Null where the program did it by itself. */
  actor: { id: string; name: string } | null;
  subjectType: string;
  subjectId: string;
  /** The name of who or what it is about, where there is one. */
  about: { personId: string | null; person: string | null; thing: string | null };
  facts: AuditFact[];
  /** The facts were erased with the person. */
  erased: boolean;
};

export type AuditPage = {
  rows: AuditRow[];
  newer: number | null;
  older: number | null;
  /** A person was asked for whom nobody is. */
  unknownPerson: boolean;
};

import { Temporal } from 'temporal-polyfill';
import { normaliseSignInName } from '#app/domain/people/person.ts';
import type { Reader, Tx } from '#app/platform/db/database.server.ts';
import { sqlInstant } from '#app/platform/db/instant.ts';
import type { AuditFact, AuditFilters, AuditPage, AuditRow } from './audit-trail.ts';
import { auditPageSize } from './audit-trail.ts';
import type { EventRow } from './audit-trail.sql.server.ts';
import { findEvents } from './audit-trail.sql.server.ts';
import { readNames } from './fact-names-reads.server.ts';

/** Who keeps the program running learns that somebody took a module, not which one nor how well. */
const scores = new Set(['score', 'passed']);
const learningSubjects = new Set(['attempt', 'reading', 'completion', 'commitment', 'certificate']);
const ofLearning = new Set(['documentId', 'versionId']);

/** Anybody, whether they still work here or not. */
async function findPerson(db: Reader | Tx, text: string): Promise<string | null> {
  const name = normaliseSignInName(text);
  const person = await db.person.findFirst({
    where: { OR: [{ email: name }, { employeeNumber: name }, { id: text.trim() }] },
    select: { id: true },
  });
  return person?.id ?? null;
}

function startOf(day: string, timeZone: string, later: number): string | null {
  if (!day) return null;
  const start = Temporal.PlainDate.from(day).add({ days: later }).toZonedDateTime(timeZone);
  return sqlInstant(new Date(start.epochMilliseconds));
}

function factsFrom({ facts, subjectType }: EventRow, names: Map<string, string>): AuditFact[] {
  if (facts === null) return [];
  const isLearning = learningSubjects.has(subjectType);
  const entries = Object.entries(JSON.parse(facts) as Record<string, unknown>);
  return entries.flatMap(([key, value]): AuditFact[] => {
    if (scores.has(key) || (isLearning && ofLearning.has(key))) return [];
    if (value === null || value === '') return [];
    if (Array.isArray(value)) return value.length > 0 ? [{ key, value: value.join(', ') }] : [];
    if (typeof value === 'string') return [{ key, value: names.get(value) ?? value }];
    return typeof value === 'number' || typeof value === 'boolean' ? [{ key, value }] : [];
  });
}

function rowFrom(row: EventRow, names: Map<string, string>): AuditRow {
  const { name, actorId, actorName, subjectType, subjectId, facts, personId, personName, thing } = row;
  return {
    seq: Number(row.seq),
    at: new Date(row.at),
    name,
    actor: actorId === null ? null : { id: actorId, name: actorName ?? actorId },
    subjectType,
    subjectId,
    about: { personId, person: personName, thing },
    facts: factsFrom(row, names),
    erased: facts === null,
  };
}

/** A page of what has happened, newest first, found by where the last page ended. */
export async function readAuditTrail(db: Reader | Tx, filters: AuditFilters): Promise<AuditPage> {
  const { by, about, timeZone, event, subject, id, before, after } = filters;
  const byId = by ? await findPerson(db, by) : null;
  const aboutId = about ? await findPerson(db, about) : null;
  if ((by && !byId) || (about && !aboutId)) {
    return { rows: [], newer: null, older: null, unknownPerson: true };
  }
  const found = await findEvents(db, {
    byId,
    aboutId,
    event,
    subject,
    id,
    from: startOf(filters.from, timeZone, 0),
    until: startOf(filters.to, timeZone, 1),
    before,
    after,
    limit: auditPageSize + 1,
  });
  const more = found.length > auditPageSize;
  // One more than shown was asked for: it stands at the far end.
  const shown = more ? (after ? found.slice(1) : found.slice(0, auditPageSize)) : found;
  const names = await readNames(
    db,
    shown.map(({ facts }) => facts ?? '{}'),
  );
  const rows = shown.map((row) => rowFrom(row, names));
  const hasNewer = after ? more : before !== undefined;
  const hasOlder = after ? true : more;
  return {
    rows,
    newer: hasNewer ? (rows[0]?.seq ?? null) : null,
    older: hasOlder ? (rows.at(-1)?.seq ?? null) : null,
    unknownPerson: false,
  };
}

import type { AuditFact, AuditRow } from '#app/domain/reporting/audit/audit-trail.ts';
import * as m from '#app/messages/generated/messages.js';
import { formatShortDay } from '#app/platform/locale/format.ts';
import { eventWords, factWords, subjectWords } from './words.ts';

export type ShownEvent = {
  seq: number;
  who: string;
  byPerson: boolean;
  what: string;
  about: string;
  facts: string[];
  erased: boolean;
};

const isDay = /^\d{4}-\d\d-\d\d$/;

function valueInWords({ value }: AuditFact, locale: string): string {
  if (typeof value === 'boolean') return value ? m.audit_yes() : m.audit_no();
  if (typeof value === 'number') return new Intl.NumberFormat(locale).format(value);
  return isDay.test(value) ? formatShortDay(value, locale) : value;
}

function aboutInWords({ subjectType, about }: AuditRow): string {
  const { person, thing } = about;
  const type = Object.entries(subjectWords).find(([known]) => known === subjectType)?.[1]() ?? subjectType;
  if (subjectType === 'person') return person ?? m.audit_somebody_unknown();
  if (person) return m.audit_of({ what: type, name: person });
  return thing ?? type;
}

/** Done by whoever it is about, before the program knew who they were. */
const byThemselves = new Set([
  'session.opened',
  'session.closed',
  'backup-code.used',
  'second-factor.refused',
]);

function whoInWords({ name, actor, about }: AuditRow): string | null {
  return actor?.name ?? (byThemselves.has(name) ? about.person : null);
}

/** An event as a table says it: who did what to whom, and what is known of it. */
export function shownEvent(row: AuditRow, locale: string): ShownEvent {
  const who = whoInWords(row);
  const event = Object.entries(eventWords).find(([name]) => name === row.name)?.[1];
  return {
    seq: row.seq,
    who: who ?? m.audit_program(),
    byPerson: who !== null,
    what: event?.() ?? row.name,
    about: aboutInWords(row),
    facts: row.facts.flatMap((fact) => {
      const label = Object.hasOwn(factWords, fact.key) ? factWords[fact.key] : undefined;
      return label ? [m.audit_fact({ label: label(), value: valueInWords(fact, locale) })] : [];
    }),
    erased: row.erased,
  };
}

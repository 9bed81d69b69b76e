import type { DocumentKind } from '../compile-document.work.server.ts';
import { questionsOf } from '../document-tree.ts';
import { finding } from '../finding-rules.ts';
import { fullSlug } from './content-name.ts';
import { start, type ReadDocument, type Sound, type Tell } from './read-document.ts';

/** What a translation may not say otherwise than its original: who has it to do, and what it takes. */
const sameKeys: Partial<Record<DocumentKind, readonly string[]>> = {
  course: ['audience', 'modules', 'validMonths'],
  module: ['function', 'pass', 'attempts'],
  issue: ['function'],
  poster: ['function', 'template'],
  talk: ['function', 'minutes', 'with'],
  sheet: ['function', 'refreshes'],
};

/**
 * A translation is the same document in other words: the same parts in the same order, so that a reader may change
 * over at any of them, and the same questions and cases.
 */
export function checkTranslations(
  documents: readonly ReadDocument[],
  sound: readonly Sound[],
  tell: Tell,
): void {
  for (const document of documents) {
    if (document.name.suffix === null || documents.some(isOriginalOf(document))) continue;
    tell(document, finding(start, 'translation-alone', { module: document.name.slug }));
  }
  for (const document of sound) {
    const original = document.name.suffix === null ? undefined : sound.find(isOriginalOf(document));
    if (original) checkAgainst(original, document, tell);
  }
}

export function isOriginalOf({ name }: Pick<ReadDocument, 'name'>) {
  return (other: Pick<ReadDocument, 'name'>) =>
    other.name.kind === name.kind && other.name.suffix === null && fullSlug(other.name) === fullSlug(name);
}

function checkAgainst(original: Sound, document: Sound, tell: Tell): void {
  const { language } = document.compiled;
  if (original.compiled.language === language) {
    tell(document, finding(start, 'translation-same-language', { language }));
  }
  const keys = (sameKeys[document.name.kind] ?? []).filter(
    (key) => keyOf(original, key) !== keyOf(document, key),
  );
  if (keys.length > 0) tell(document, finding(start, 'translation-differs', { keys: keys.join(', ') }));
  const questions = difference(questionIds(original), questionIds(document));
  if (questions) tell(document, finding(start, 'translation-questions', questions));
  const cases = difference(original.compiled.caseIds, document.compiled.caseIds);
  if (cases) tell(document, finding(start, 'translation-cases', cases));
  const [theirs, own] = [partsOf(original), partsOf(document)];
  if (theirs !== own) tell(document, finding(start, 'translation-parts', { given: own, original: theirs }));
}

function keyOf({ compiled }: Sound, key: string): string {
  const value = (compiled.front as Record<string, unknown>)[key];
  // Of whom a course is for, the order says nothing; of its modules it does.
  return JSON.stringify(key === 'audience' && Array.isArray(value) ? value.toSorted() : value) ?? '';
}

function difference(
  theirs: readonly string[],
  own: readonly string[],
): { missing: string; extra: string } | null {
  const missing = theirs.filter((id) => !own.includes(id));
  const extra = own.filter((id) => !theirs.includes(id));
  if (missing.length === 0 && extra.length === 0) return null;
  return { missing: missing.join(', ') || '–', extra: extra.join(', ') || '–' };
}

function questionIds({ compiled }: Sound): string[] {
  return compiled.tree.kind === 'module' ? questionsOf(compiled.tree).map(({ id }) => id) : [];
}

/** The parts in their order, a scenario by its id; the questions are told of elsewhere. */
function partsOf({ compiled: { tree } }: Sound): string {
  const parts = tree.kind === 'module' ? tree.parts.filter(({ kind }) => kind !== 'quiz') : [];
  return parts.map((part) => (part.kind === 'scenario' ? part.scenario.id : part.kind)).join(', ');
}

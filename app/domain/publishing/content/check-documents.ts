import { readYaml } from '#app/platform/mdx/yaml-data.ts';
import type { Finding } from '../finding.ts';
import { finding } from '../finding-rules.ts';
import { checkReferences } from './check-references.ts';
import { checkTranslations } from './check-translations.ts';
import { fullSlug } from './content-name.ts';
import { start, type ReadDocument, type Sound, type Tell } from './read-document.ts';

/** What shows only when documents are held against each other; by file. */
export function checkDocuments(documents: readonly ReadDocument[]): Map<string, Finding[]> {
  const found = new Map<string, Finding[]>();
  const tell: Tell = ({ file }, one) => found.set(file, [...(found.get(file) ?? []), one]);
  const sound = documents.flatMap((one) =>
    'ok' in one.result ? [{ ...one, compiled: one.result.compiled }] : [],
  );
  checkSlugs(documents, tell);
  checkCourses(documents, sound, tell);
  checkCases(sound, tell);
  checkReferences(documents, sound, tell);
  checkTranslations(documents, sound, tell);
  return found;
}

function checkSlugs(documents: readonly ReadDocument[], tell: Tell): void {
  const first = new Map<string, string>();
  for (const document of documents) {
    const { name, file } = document;
    const key = `${name.kind} ${fullSlug(name)} ${name.suffix ?? ''}`;
    const before = first.get(key);
    if (before === undefined) first.set(key, file);
    else tell(document, finding(start, 'slug-twice', { slug: name.slug, file: before }));
  }
}

function checkCourses(documents: readonly ReadDocument[], sound: readonly Sound[], tell: Tell): void {
  const originals = documents.filter(
    ({ name }) => name.kind === 'module' && name.suffix === null && name.isFit,
  );
  const courses = sound.filter(({ name }) => name.kind === 'course' && name.suffix === null);
  for (const course of courses) {
    for (const [index, module] of (course.compiled.courseModules ?? []).entries()) {
      if (originals.some(({ name }) => name.courseSlug === course.name.slug && name.slug === module))
        continue;
      const read = readYaml(course.compiled.source);
      const place = 'ok' in read ? read.placeOf(['modules', index]) : start;
      tell(course, finding(place, 'course-module-missing', { module }));
    }
  }
  for (const module of originals) {
    const { slug, courseSlug } = module.name;
    if (courseSlug === null) continue;
    const isOwnBroken = documents.some(
      ({ name, result }) =>
        name.kind === 'course' && name.suffix === null && name.slug === courseSlug && 'refused' in result,
    );
    const listing = courses.filter(({ compiled, name }) => {
      const hasOwn = originals.some(
        (other) => other.name.courseSlug === name.slug && other.name.slug === slug,
      );
      return compiled.courseModules?.includes(slug) && (name.slug === courseSlug || !hasOwn);
    });
    if (listing.length === 0 && !isOwnBroken)
      tell(module, finding(start, 'module-without-course', { module: slug }));
    if (listing.length > 1) {
      const names = listing.map(({ name }) => name.slug).join(', ');
      tell(module, finding(start, 'module-in-two-courses', { module: slug, courses: names }));
    }
  }
}

/** Every case has one page of its own, in whichever language. */
function checkCases(sound: readonly Sound[], tell: Tell): void {
  const first = new Map<string, Sound>();
  for (const document of sound) {
    for (const id of document.name.suffix === null ? document.compiled.caseIds : []) {
      const before = first.get(id);
      if (before === undefined) first.set(id, document);
      else tell(document, finding(lineOf(document, id), 'case-twice', { id, file: before.file }));
    }
  }
}

function lineOf({ compiled }: Sound, id: string): { line: number; column: number } {
  const lines = compiled.source.split('\n');
  const index = lines.findIndex((line) => line.includes('<CaseStudy') && line.includes(`"${id}"`));
  return {
    line: Math.max(index, 0) + 1,
    column: Math.max((lines[index] ?? '').indexOf('<CaseStudy'), 0) + 1,
  };
}

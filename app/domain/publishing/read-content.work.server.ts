import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { compileDocument, type CompileResult, type DocumentKind } from './compile-document.work.server.ts';
import { checkDocuments } from './content/check-documents.ts';
import { contentFiles, type ContentFile } from './content/content-files.work.server.ts';
import { contentName, fullSlug } from './content/content-name.ts';
import { isOriginalOf } from './content/check-translations.ts';
import { findVocabulary, type FoundVocabulary } from './content/find-vocabulary.work.server.ts';
import { start, type ReadDocument } from './content/read-document.ts';
import type { Finding } from './finding.ts';
import { finding, inSourceOrder } from './finding-rules.ts';
import { readPicture } from './pictures/read-picture.work.server.ts';

/** `slug` is the document's: of a module in a course, `<course>/<module>`. */
export type ContentDocument = {
  file: string;
  kind: DocumentKind;
  slug: string;
  /** Of a translation, by its name. */
  language?: string;
  /** As far as it could be read as text. */
  source: string;
  courseSlug?: string;
  /** Of a translation: what it translates, which may be broken. */
  original?: { language: string | null };
  result: CompileResult;
};

type Asked = { paths: readonly string[]; kind?: DocumentKind };

/** More than this is not even read. */
const largest = 1024 * 1024;

/** Reads and compiles what stands under the paths; a broken document stops no other. */
export async function readContent({ paths, kind }: Asked): Promise<{ documents: ContentDocument[] }> {
  const files = new Map<string, ContentFile>();
  for (const from of paths) for (const one of await contentFiles(from)) files.set(one.file, one);
  const vocabularies = new Map<string, FoundVocabulary>();
  const read: (ReadDocument & { isWhole: boolean })[] = [];
  for (const one of [...files.values()].toSorted((a, b) => (a.file < b.file ? -1 : 1))) {
    const found = await findVocabulary(one.file);
    if (one.isWhole) for (const file of found.unfit) vocabularies.set(file, found);
    read.push({ ...(await readDocument(one, found, kind)), isWhole: one.isWhole });
  }
  const across = checkDocuments(read.filter(({ isWhole }) => isWhole));
  const originalLanguage = (name: ReadDocument['name']) => {
    const original = read.find(isOriginalOf({ name }));
    return original && 'ok' in original.result && !across.has(original.file)
      ? original.result.compiled.language
      : null;
  };
  const documents = read.map(({ file, name, source, result }) => ({
    file,
    kind: name.kind,
    source,
    ...(name.suffix === null ? {} : { language: name.suffix }),
    slug: fullSlug(name),
    ...(name.courseSlug === null ? {} : { courseSlug: name.courseSlug }),
    ...(name.suffix === null ? {} : { original: { language: originalLanguage(name) } }),
    result: withFindings(result, across.get(file) ?? []),
  }));
  const isRead = (file: string) => read.some((one) => path.resolve(one.file) === file);
  const unread = [...vocabularies.keys()].filter((file) => !isRead(file));
  const unfit = unread.map((file) => ({
    file,
    kind: 'module' as const,
    source: '',
    slug: 'vocabulary',
    result: refused([finding(start, 'vocabulary-unfit', {})]),
  }));
  return { documents: [...unfit, ...documents] };
}

async function readDocument(
  { file, isLink }: ContentFile,
  { root, vocabulary }: FoundVocabulary,
  kind?: DocumentKind,
): Promise<ReadDocument> {
  const name = contentName(file, root, kind);
  if (isLink)
    return {
      file,
      name: { ...name, isFit: false },
      source: '',
      result: refused([finding(start, 'symbolic-link', {})]),
    };
  if (!name.isFit) {
    const given = name.kind === 'course' ? name.slug : fullSlug(name);
    return { file, name, source: '', result: refused([finding(start, 'slug-unfit', { given })]) };
  }
  const { size } = await stat(file);
  if (size > largest) {
    return {
      file,
      name,
      source: '',
      result: refused([finding(start, 'too-large', { bytes: size, limit: 100 * 1024 })]),
    };
  }
  const source = decoded(await readFile(file));
  if (source === null) return { file, name, source: '', result: refused([finding(start, 'not-utf-8', {})]) };
  const expectedLanguage = name.suffix ?? undefined;
  const slug = fullSlug(name);
  return {
    file,
    name,
    source,
    result: await compileDocument({
      kind: name.kind,
      slug,
      source,
      vocabulary,
      expectedLanguage,
      readPicture: (src) => readPicture(file, src),
    }),
  };
}

/** Without the mark that some editors put before the first character. */
function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function refused(findings: Finding[]): CompileResult {
  return { refused: 'findings', findings: inSourceOrder(findings) };
}

function withFindings(result: CompileResult, more: Finding[]): CompileResult {
  if (more.length === 0) return result;
  return refused([...('refused' in result ? result.findings : []), ...more]);
}

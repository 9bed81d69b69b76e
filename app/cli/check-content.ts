import { stat } from 'node:fs/promises';
import path from 'node:path';
import { adviseContent } from '#app/domain/publishing/advice/advise-content.ts';
import type { Finding } from '#app/domain/publishing/finding.ts';
import { documentKinds, type DocumentKind } from '#app/domain/publishing/compile-document.work.server.ts';
import { readContent, type ContentDocument } from '#app/domain/publishing/read-content.work.server.ts';
import { m } from '#app/messages/generated/messages.js';
import { findingWords } from '#app/ui/document/findings/finding-words.ts';

type Arguments = { ok: true; paths: string[]; kind?: DocumentKind } | { refused: string };

/** Prints every finding in the documents under the paths, and advice on those that have none. Exit code: 1 with findings, 2 where it cannot begin. */
export async function checkContentCommand(argv: string[]): Promise<number> {
  const asked = readArguments(argv);
  if ('refused' in asked) return misuse(asked.refused);
  const missing = await firstMissing(asked.paths);
  if (missing !== null) return misuse(m.publishing_check_missing({ path: missing }));
  const { documents } = await readContent(asked);
  const advice = adviseContent(documents);
  const misfits = await misfitsIn(documents);
  const findingsOf = ({ file, result }: ContentDocument) =>
    'refused' in result ? result.findings : (misfits.get(file) ?? advice.get(file) ?? []);
  const lines = documents.flatMap((document) => linesOf(document.file, findingsOf(document)));
  const count = documents.reduce((sum, document) => sum + findingsOf(document).length, 0);
  const summary = m.publishing_check_summary({
    documents: m.publishing_check_documents({ count: documents.length }),
    findings: m.publishing_check_findings({ count }),
  });
  process.stdout.write([...lines, summary, ''].join('\n'));
  return count > 0 ? 1 : 0;
}

/** Setting type is loaded for posters alone. */
async function misfitsIn(documents: readonly ContentDocument[]): Promise<Map<string, Finding[]>> {
  if (!documents.some(({ kind }) => kind === 'poster')) return new Map();
  const { posterMisfits } = await import('./poster-misfits.ts');
  return posterMisfits(documents);
}

function readArguments(argv: readonly string[]): Arguments {
  const paths: string[] = [];
  let kind: DocumentKind | undefined;
  for (let index = 0; index < argv.length; index += 1) {
    const argument = argv[index] ?? '';
    const value = argument === '--kind' ? argv[(index += 1)] : argument.replace(/^--kind=/, '');
    if (!argument.startsWith('-')) paths.push(fromWhereTyped(argument));
    else if (/^--kind(?:=|$)/.test(argument) && isKind(value)) kind = value;
    else return { refused: m.publishing_check_unknown({ argument: printable(argument) }) };
  }
  return { ok: true, paths: paths.length > 0 ? paths : ['content'], kind };
}

function isKind(value: string | undefined): value is DocumentKind {
  return (documentKinds as readonly (string | undefined)[]).includes(value);
}

/** npm runs a command in the project's folder; a path is meant from the folder that it was typed in. */
function fromWhereTyped(typed: string): string {
  const resolved = path.resolve(process.env.INIT_CWD ?? '.', typed);
  return path.isAbsolute(typed) ? typed : path.relative('.', resolved) || '.';
}

async function firstMissing(paths: readonly string[]): Promise<string | null> {
  for (const one of paths) {
    const found = await stat(one).catch(() => null);
    if (!found?.isFile() && !found?.isDirectory()) return printable(one);
  }
  return null;
}

function linesOf(file: string, findings: readonly Finding[]): string[] {
  return findings.map((finding) => {
    const { message, hint } = findingWords(finding);
    const place = `${printable(file)}:${finding.line}:${finding.column}`;
    return `${place} ${finding.rule} ${printable(message)}\n    ${printable(hint)}`;
  });
}

/** A name of a file may hold what a terminal would obey. */
function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]/gu, '?');
}

function misuse(sentence: string): number {
  process.stderr.write(`${sentence}\n${m.publishing_check_usage()}\n`);
  return 2;
}

import type { Finding } from '../finding.ts';
import { finding } from '../finding-rules.ts';
import { bidiCharacter, codeOf, controlCharacter } from '../text/plain-text.ts';
import { placeOf, walk, type MdNode, type Place } from './md-node.ts';

/** The first of each line is enough to find the rest. */
export function checkSourceCharacters(source: string): Finding[] {
  return source.split('\n').flatMap((line, index) => charactersIn(`${line}\n`, index + 1));
}

function charactersIn(line: string, number: number): Finding[] {
  const found: Finding[] = [];
  const at = (index: number): Place => ({ line: number, column: index + 1 });
  const control = controlCharacter.exec(line);
  if (control) found.push(finding(at(control.index), 'control-character', { code: codeOf(control[0]) }));
  const bidi = bidiCharacter.exec(line);
  if (bidi) found.push(finding(at(bidi.index), 'bidi-character', { code: codeOf(bidi[0]) }));
  const lone = line.search(/\p{Cs}/u);
  if (lone !== -1) found.push(finding(at(lone), 'not-utf-8', {}));
  return found;
}

/** What was written as `&#x202E;` is a character only once it is parsed. */
export function checkTreeCharacters(tree: MdNode): Finding[] {
  return [...walk(tree)].flatMap(({ node }) => [
    ...[node.value, node.alt, node.title].flatMap((text) => checkText(text, placeOf(node))),
    ...(node.attributes ?? []).flatMap(({ value, position }) =>
      checkText(value, placeOf({ position }, placeOf(node))),
    ),
  ]);
}

export function checkText(text: unknown, place: Place): Finding[] {
  if (typeof text !== 'string') return [];
  const control = controlCharacter.exec(text);
  if (control) return [finding(place, 'control-character', { code: codeOf(control[0]) })];
  const bidi = bidiCharacter.exec(text);
  return bidi ? [finding(place, 'bidi-character', { code: codeOf(bidi[0]) })] : [];
}

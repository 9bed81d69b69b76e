import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

type Colours = Record<string, string>;

const source = readFileSync('app/ui/theme/tokens.css', 'utf8');
const [byDay = '', byNight = ''] = source.split('prefers-color-scheme: dark');
const coloursIn = (css: string): Colours =>
  Object.fromEntries(
    [...css.matchAll(/--color-([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]),
  );

function brightness(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [brightness(one), brightness(other)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const texts = ['ink', 'ink-soft', 'good', 'bad', 'due', 'late'];
const grounds = ['paper', 'card', 'wash'];

test.each([
  ['by day', coloursIn(byDay)],
  ['by night', { ...coloursIn(byDay), ...coloursIn(byNight) }],
])('text is told from its ground in the sun, %s: seven to one', (_, colours) => {
  const pairs = texts.flatMap((text) => grounds.map((ground) => [text, ground]));
  const faint = [...pairs, ['on-good', 'good'], ['paper', 'ink']].filter(
    ([text = '', ground = '']) => contrast(colours[text]!, colours[ground]!) < 7,
  );
  expect(faint).toEqual([]);
});

import { randomInt } from 'node:crypto';
import { keptSecret, openDataFolder } from '#app/platform/db/data-folder.server.ts';
import { env } from '#app/platform/env/env.server.ts';

const syllables = ['ba', 'de', 'fi', 'go', 'ku', 'la', 'me', 'ni', 'po', 'ru', 'sa', 'te', 'vi', 'zo'];

/** Made to be read off a terminal and typed on a phone. */
function sayablePassword(): string {
  const word = () => Array.from({ length: 3 }, () => syllables[randomInt(syllables.length)]).join('');
  return `${word()}-${word()}-${randomInt(10, 99)}`;
}

/** The one password of the sample company's people: set from outside, or made once and kept. */
export function samplePassword(): string {
  const { SAMPLE_PASSWORD, DATA_DIR } = env();
  return SAMPLE_PASSWORD ?? keptSecret(openDataFolder(DATA_DIR).samplePasswordFile, sayablePassword);
}

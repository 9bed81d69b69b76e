import { fold } from '#app/domain/people/search-key.ts';
import { castEmail, sampleDomain } from '../cast.ts';
import type { Dice } from '../dice.ts';
import type { SampleNames } from '../sample-data.ts';
import type { Slot } from './slots.ts';

export type Named = { name: string; language: string; email: string | null };

type Candidate = { name: string; language: string; mail: string | null };

function drawName(names: SampleNames, site: string, dice: Dice): Candidate {
  const weighed = names.groups.flatMap((group) =>
    Array.from({ length: group.sites[site] ?? 0 }, () => group),
  );
  const { given, family, familyFirst, language } = dice.pick(weighed);
  const [first, last] = [dice.pick(given), dice.pick(family)];
  return { name: familyFirst ? `${last} ${first}` : `${first} ${last}`, language, mail: null };
}

function addressOf({ name, mail }: Candidate): string {
  if (mail) return `${mail}@${sampleDomain}`;
  const words = fold(name)
    .split(' ')
    .map((word) => word.replace(/[^a-z0-9-]/g, ''));
  return `${words.filter(Boolean).join('.')}@${sampleDomain}`;
}

/** No two people of the sample company have the same name, nor the same address. */
export function nameStaff(slots: Slot[], names: SampleNames, dice: Dice): Map<string, Named> {
  const named = new Map<string, Named>();
  const taken = new Set<string>();
  const particular = [...names.particular];
  const draw = (slot: Slot): Candidate => {
    const index = particular.findIndex(
      ({ department, site }) => department === slot.department && site === slot.site,
    );
    const [own] = slot.position === 'member' && index >= 0 ? particular.splice(index, 1) : [];
    return own
      ? { name: own.name, language: 'en', mail: own.mail ?? null }
      : drawName(names, slot.site, dice);
  };
  for (const slot of slots) {
    if (slot.member) {
      named.set(slot.key, { name: slot.member.name, language: 'en', email: castEmail(slot.member.key) });
      continue;
    }
    let candidate = draw(slot);
    while (taken.has(addressOf(candidate))) candidate = draw(slot);
    const address = addressOf(candidate);
    taken.add(address);
    const { name, language } = candidate;
    named.set(slot.key, { name, language, email: slot.hasEmail ? address : null });
  }
  return named;
}

import { z } from 'zod';

/** How it went. */
export const howItWent = ['done', 'partly', 'not-yet'] as const;

/** Everything one can say to a commitment: how it went, ask me another time, or leave it. */
export type Outcome = (typeof howItWent)[number] | 'later' | 'dropped';

export type Told = {
  outcome: Outcome;
  text: string | null;
  /** A calendar date at the person's site. */
  on: string;
};

/** One sentence, for oneself; may stay empty. */
export const outcomeText = z.string().trim().max(500, 'too-long').default('');

import { choosePassword } from '#app/domain/access/tokens/choose-password.server.ts';
import type { TokenProof } from '#app/domain/access/tokens/token.ts';
import { hashPassword } from '#app/domain/access/passwords/hash-password.work.server.ts';
import { system } from '#app/domain/actor/actor.ts';
import { readPersonCard } from '#app/domain/people/directory/person-reads.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { formatDay } from '#app/platform/locale/format.ts';
import { readerLocale } from '#app/platform/locale/reader-locale.ts';
import type { Guarded } from '../../guards.server.ts';
import type { ChosenPassword } from './chosen-password.ts';
import { finishSignIn } from '../sign-in/finish-sign-in.server.ts';

export type Redeemed =
  | { stand: 'dead' }
  /** The password is kept; the door opens on their first day. */
  | { stand: 'early'; startsOn: string }
  /** In, or before the question for the second factor. */
  | { stand: 'in'; asksForCode: boolean; to: string; headers: Headers };

/** Spends a link or a slip for a password, and lets its bearer in. */
export async function redeem(
  args: Guarded,
  proof: TokenProof,
  { fresh, next }: ChosenPassword,
): Promise<Redeemed> {
  const secretHash = await hashPassword(fresh);
  const chosen = await transact((tx) => choosePassword(tx, system, { proof, secretHash }));
  if ('refused' in chosen) return { stand: 'dead' };
  const { personId } = chosen;
  const method = proof.purpose === 'reset' ? 'reset' : 'invitation';
  const finished = await finishSignIn(args, { personId, method, next });
  if ('ok' in finished) return { ...finished, stand: 'in' };
  const person = await readPersonCard(reader, personId);
  const locale = readerLocale(args.request.headers.get('Accept-Language'), 'en');
  return person?.startsOn
    ? { stand: 'early', startsOn: formatDay(person.startsOn, locale) }
    : { stand: 'dead' };
}

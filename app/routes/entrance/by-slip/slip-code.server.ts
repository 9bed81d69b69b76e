import { countTry } from '#app/domain/access/limits/count-try.work.server.ts';
import { limits } from '#app/domain/access/limits/limits.ts';
import { refuseSignIn } from '#app/domain/access/sessions/refuse-sign-in.server.ts';
import { readToken } from '#app/domain/access/tokens/token-reads.server.ts';
import type { TokenProof } from '#app/domain/access/tokens/token.ts';
import { system } from '#app/domain/actor/actor.ts';
import type { Refused } from '#app/platform/db/database.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import type { Guarded } from '../../guards.server.ts';
import { trierOf } from '../trier.server.ts';

type Checked =
  { ok: true; proof: TokenProof } | Refused<'wrong'> | (Refused<'too-many-tries'> & { minutes: number });

/** A code is worth something with the sign-in name it was printed for, and a few times wrong at most. */
export async function checkSlipCode(
  args: Guarded,
  { email, code }: { email: string; code: string },
): Promise<Checked> {
  const { account, trier } = await trierOf(args, email);
  const counted = await countTry(limits.code(trier));
  if ('refused' in counted) return counted;
  const personId = account?.personId ?? null;
  const proof = { purpose: 'slip', personId: personId ?? '', code } as const;
  if (await readToken(reader, proof)) {
    await counted.takeBack();
    return { ok: true, proof };
  }
  await transact((tx) => refuseSignIn(tx, system, { personId }));
  return { refused: 'wrong' };
}

import { hashPassword } from '#app/domain/access/passwords/hash-password.work.server.ts';
import { setPassword } from '#app/domain/access/passwords/set-password.server.ts';
import { issueToken } from '#app/domain/access/tokens/issue-token.server.ts';
import { printSlip } from '#app/domain/access/tokens/print-slip.server.ts';
import type { PersonalPurpose } from '#app/domain/access/tokens/token.ts';
import type { Role } from '#app/domain/actor/actor.ts';
import { system } from '#app/domain/actor/actor.ts';
import { transact } from '#app/platform/db/database.server.ts';
import { departmentOf, done, foundTestCompany, hire } from './staff.ts';

export const password = 'oak and white, side by side';

export type Somebody = { personId: string; email: string };

/** A company, and a way to people in it who all have the same password. */
export async function entranceCompany() {
  const place = { siteId: await foundTestCompany(), departmentId: await departmentOf('Office') };
  const secretHash = await hashPassword(password);
  let hired = 0;

  /** Addresses are equally long, so that pages that show them are. */
  const somebody = async ({
    roles,
    bare = false,
  }: { roles?: Role[]; bare?: boolean } = {}): Promise<Somebody> => {
    hired += 1;
    const email = `p${String(hired).padStart(4, '0')}@example.com`;
    const personId = await hire({ name: `Person ${hired}`, email, roles, ...place });
    if (!bare)
      await done(transact((tx) => setPassword(tx, system, { personId, secretHash, mustChange: false })));
    return { personId, email };
  };
  return { place, somebody };
}

export async function linkFor(personId: string, purpose: PersonalPurpose): Promise<string> {
  const { token } = await transact((tx) => issueToken(tx, system, { purpose, personId, channel: 'mail' }));
  return `/${purpose === 'reset' ? 'reset' : 'welcome'}?token=${token}`;
}

export const slipFor = (personId: string) => done(transact((tx) => printSlip(tx, system, { personId })));

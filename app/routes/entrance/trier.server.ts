import { createHash } from 'node:crypto';
import type { Trier } from '#app/domain/access/limits/limits.ts';
import type { Account } from '#app/domain/access/passwords/credential-reads.server.ts';
import { findAccount, passwordOf } from '#app/domain/access/passwords/credential-reads.server.ts';
import { normaliseSignInName } from '#app/domain/people/person.ts';
import { reader } from '#app/platform/db/database.server.ts';
import { addressBlock } from '#app/platform/http/client-address.server.ts';
import { isKnownTo, keepDevice, readDevice } from '#app/platform/session/device-cookie.server.ts';
import type { Guarded } from '../guards.server.ts';

/** A new password makes strangers of all devices: whoever had the old one had one, too. */
const whom = (personId: string, changedAt: Date | undefined) => `${personId} ${changedAt?.getTime() ?? ''}`;

/** Whose try this is. A name that belongs to nobody counts like every other. */
export async function trierOf(
  { request, context }: Guarded,
  signInName: string,
): Promise<{ account: Account | null; trier: Trier }> {
  const account = await findAccount(reader, signInName);
  const device = await readDevice(request);
  const { personId, password } = account ?? { personId: '', password: null };
  const isKnown = device !== null && isKnownTo(device, whom(personId, password?.changedAt));
  const nobody = createHash('sha256').update(normaliseSignInName(signInName)).digest('base64url');
  return {
    account,
    trier: {
      account: personId || nobody,
      address: addressBlock(context.clientAddress),
      device: account && isKnown ? device.id : null,
    },
  };
}

/** The number of a device that this person has signed in from, or null. */
export async function deviceKnownTo(request: Request, personId: string): Promise<string | null> {
  const device = await readDevice(request);
  const password = device && (await passwordOf(reader, personId));
  return device && isKnownTo(device, whom(personId, password?.changedAt)) ? device.id : null;
}

/** The cookie of a device that somebody has signed in on. */
export async function knownDevice(request: Request, personId: string): Promise<string> {
  const password = await passwordOf(reader, personId);
  return keepDevice(await readDevice(request), whom(personId, password?.changedAt));
}

import { verify } from '@node-rs/argon2';
import type { PasswordHash } from './credential.ts';
import { hashPassword } from './hash-password.work.server.ts';

let standIn: Promise<PasswordHash> | undefined;

/** Takes as long for an account that is not there (`stored` null) as for one that is. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  standIn ??= hashPassword('nobody has this password');
  const right = await verify(stored ?? (await standIn), password.normalize('NFKC'));
  return right && stored !== null;
}

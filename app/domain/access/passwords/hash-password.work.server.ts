import { hash } from '@node-rs/argon2';
import type { PasswordHash } from './credential.ts';

/** argon2id (2) with 19 MiB, two passes, one lane: what OWASP asks for at least. */
const settings = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export async function hashPassword(password: string): Promise<PasswordHash> {
  return (await hash(password.normalize('NFKC'), settings)) as PasswordHash;
}

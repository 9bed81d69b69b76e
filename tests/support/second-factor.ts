import { TOTP, Secret } from 'otpauth';
import { hashPassword } from '#app/domain/access/passwords/hash-password.work.server.ts';
import { setPin } from '#app/domain/access/pins/set-pin.server.ts';
import { beginSecondFactor } from '#app/domain/access/second-factor/begin-second-factor.server.ts';
import { confirmSecondFactor } from '#app/domain/access/second-factor/confirm-second-factor.server.ts';
import { drawBackupCodes } from '#app/domain/access/second-factor/draw-backup-codes.work.server.ts';
import { newTotpSecret } from '#app/domain/access/second-factor/totp.ts';
import { registerTablet } from '#app/domain/access/tablets/register-tablet.server.ts';
import type { PersonActor } from '#app/domain/actor/actor.ts';
import { system } from '#app/domain/actor/actor.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { transact } from '#app/platform/db/database.server.ts';
import { keepTabletToken } from '#app/routes/tablet-cookie.server.ts';
import { done } from './staff.ts';

/** What the app on somebody's phone would show, so many steps of half a minute from now. */
export function codeOf(secret: string, steps = 0): string {
  const timestamp = now().getTime() + steps * 30_000;
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp });
}

/** A code that is none of those around the present moment. */
export function wrongCodeOf(secret: string): string {
  const right = [-2, -1, 0, 1, 2].map((steps) => codeOf(secret, steps));
  return ['000001', '000002', '000003', '000004', '000005', '000006'].find((code) => !right.includes(code))!;
}

/** A second factor that is on, proved with a code of the step before this one. */
export async function turnOn(actor: PersonActor): Promise<{ secret: string; codes: string[] }> {
  const secret = newTotpSecret();
  await done(transact((tx) => beginSecondFactor(tx, actor, { secret })));
  const { codes, hashes } = await drawBackupCodes(actor.id);
  const code = codeOf(secret, -1);
  await done(transact((tx) => confirmSecondFactor(tx, actor, { code, hashes })));
  return { secret, codes };
}

export async function choosePin(actor: PersonActor, pin: string): Promise<void> {
  const secretHash = await hashPassword(pin);
  await done(transact((tx) => setPin(tx, actor, { secretHash })));
}

/** A device that a department shares, and the cookie it sends. */
export async function tabletOf(departmentId: string): Promise<{ tabletId: string; cookie: string }> {
  const input = { name: 'By the door', departmentId };
  const { tabletId, token } = await done(transact((tx) => registerTablet(tx, system, input)));
  return { tabletId, cookie: (await keepTabletToken(token)).split(';', 1)[0]! };
}

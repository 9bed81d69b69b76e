import { Secret, TOTP } from 'otpauth';

/** What every authenticator app takes for granted. */
const standard = { algorithm: 'SHA1', digits: 6, period: 30 };

/** In base 32, as apps take it. */
export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** What an app reads out of the square: whose account it is, and the secret. */
export function totpAddress(secret: string, { issuer, label }: { issuer: string; label: string }): string {
  return new TOTP({ ...standard, issuer, label, secret: Secret.fromBase32(secret) }).toString();
}

/** The time step that a code belongs to, one before and one after the present allowed; null for a wrong code. */
export function totpStep(secret: string, code: string, at: Date): number | null {
  const timestamp = at.getTime();
  const away = TOTP.validate({
    ...standard,
    token: code,
    secret: Secret.fromBase32(secret),
    timestamp,
    window: 1,
  });
  return away === null ? null : TOTP.counter({ period: standard.period, timestamp }) + away;
}

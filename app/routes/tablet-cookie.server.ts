import { now } from '#app/platform/clock/clock.server.ts';
import { signedCookie } from '#app/platform/session/signed-cookie.server.ts';

const cookie = signedCookie('everyhand-tablet');

/** No browser keeps a cookie for longer; each sign-in on the device renews it. */
const days = 400;

/** What makes a device a shared one; whether it still is, the database knows. */
export async function readTabletToken(request: Request): Promise<string | null> {
  const value = await cookie.read(request);
  return typeof value === 'string' && value !== '' ? value : null;
}

export function keepTabletToken(token: string): Promise<string> {
  return cookie.keep(token, new Date(now().getTime() + days * 86_400_000));
}

export function dropTabletToken(): Promise<string> {
  return cookie.drop();
}

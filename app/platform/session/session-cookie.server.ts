import type { Cookie } from '@remix-run/node';
import { createCookie } from '@remix-run/node';
import { configureDeviceCookie } from './device-cookie.server.ts';
import { configureKeys } from './keys.server.ts';
import { configureSignedCookies } from './signed-cookie.server.ts';

let cookie: Cookie | undefined;

/** Set once at start. Over plain HTTP a browser takes neither `Secure` nor the `__Host-` name that asks for it. */
export function configureSessionCookie(options: { secret: string; https: boolean }): void {
  configureKeys(options.secret);
  configureDeviceCookie(options);
  configureSignedCookies(options);
  cookie = createCookie(options.https ? '__Host-everyhand' : 'everyhand', {
    httpOnly: true,
    path: '/',
    sameSite: 'lax',
    secure: options.https,
    secrets: [options.secret],
  });
}

function configured(): Cookie {
  if (!cookie) throw new Error('The session cookie is not configured.');
  return cookie;
}

/** The session token a browser sent, if it is one of ours and nobody changed it. */
export async function readSessionToken(request: Request): Promise<string | null> {
  const value: unknown = await configured().parse(request.headers.get('Cookie'));
  return typeof value === 'string' ? value : null;
}

export function keepSessionToken(token: string, expires: Date): Promise<string> {
  return configured().serialize(token, { expires });
}

export function dropSessionToken(): Promise<string> {
  return configured().serialize('', { expires: new Date(0) });
}

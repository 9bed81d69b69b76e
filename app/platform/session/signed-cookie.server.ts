import type { Cookie } from '@remix-run/node';
import { createCookie } from '@remix-run/node';
import { keyFor } from './keys.server.ts';

let overHttps: boolean | undefined;

/** Set once at start. Over plain HTTP a browser takes neither `Secure` nor the `__Host-` name that asks for it. */
export function configureSignedCookies({ https }: { https: boolean }): void {
  overHttps = https;
}

function make(name: string): Cookie {
  if (overHttps === undefined) throw new Error('The cookies are not configured.');
  return createCookie(overHttps ? `__Host-${name}` : name, {
    httpOnly: true,
    path: '/',
    sameSite: 'lax',
    secure: overHttps,
    // A signature does not cover the name: with one secret for all, one cookie's value would pass as another's.
    secrets: [keyFor(`cookie ${name}`).toString('base64url')],
  });
}

/** A cookie that only this server can write. `read` gives null for one that anybody else wrote, and where there is none. */
export function signedCookie(name: string) {
  return {
    read: (request: Request): Promise<unknown> => make(name).parse(request.headers.get('Cookie')),
    keep: (value: unknown, expires: Date): Promise<string> => make(name).serialize(value, { expires }),
    drop: (): Promise<string> => make(name).serialize('', { expires: new Date(0) }),
  };
}

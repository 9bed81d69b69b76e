import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Cookie } from '@remix-run/node';
import { createCookie } from '@remix-run/node';
import { keyFor } from './keys.server.ts';

/** A browser that somebody has signed in from: its own number, and a mark for each of those who did. */
export type Device = { id: string; marks: string[] };

/** As long as browsers keep any cookie. */
const maxAge = 400 * 24 * 60 * 60;
/** More people than this seldom share one browser; the one who was here longest ago goes first. */
const remembered = 8;
const shape = /^[\w-]{22}(\.[\w-]{22}){1,8}$/;

let cookie: Cookie | undefined;

export function configureDeviceCookie({ https }: { https: boolean }): void {
  const options = { httpOnly: true, path: '/', sameSite: 'lax', secure: https, maxAge } as const;
  cookie = createCookie(https ? '__Host-everyhand-device' : 'everyhand-device', options);
}

function configured(): Cookie {
  if (!cookie) throw new Error('The device cookie is not configured.');
  return cookie;
}

/** Nobody but this server can make one, and it is worth nothing beside another number. */
function markOf(deviceId: string, whom: string): string {
  const mac = createHmac('sha256', keyFor('known device')).update(`${deviceId} ${whom}`).digest();
  return mac.subarray(0, 16).toString('base64url');
}

export async function readDevice(request: Request): Promise<Device | null> {
  const value: unknown = await configured().parse(request.headers.get('Cookie'));
  if (typeof value !== 'string' || !shape.test(value)) return null;
  const [id = '', ...marks] = value.split('.');
  return { id, marks };
}

export function isKnownTo(device: Device, whom: string): boolean {
  const mark = Buffer.from(markOf(device.id, whom));
  return device.marks.some((kept) => timingSafeEqual(Buffer.from(kept), mark));
}

/** The cookie of a browser that knows one more person. */
export function keepDevice(device: Device | null, whom: string): Promise<string> {
  const id = device?.id ?? randomBytes(16).toString('base64url');
  const mark = markOf(id, whom);
  const others = (device?.marks ?? []).filter((kept) => kept !== mark);
  return configured().serialize([id, mark, ...others.slice(0, remembered - 1)].join('.'));
}

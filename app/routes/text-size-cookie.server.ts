import { now } from '#app/platform/clock/clock.server.ts';
import { signedCookie } from '#app/platform/session/signed-cookie.server.ts';
import { textSizes, type TextSize } from '#app/ui/reading/text-size.ts';

const cookie = signedCookie('everyhand-text-size');

/** No browser keeps a cookie for longer. */
const days = 400;

export async function readTextSize(request: Request): Promise<TextSize> {
  const value = await cookie.read(request);
  return textSizes.find((size) => size === value) ?? 'normal';
}

export function keepTextSize(size: TextSize): Promise<string> {
  return cookie.keep(size, new Date(now().getTime() + days * 86_400_000));
}

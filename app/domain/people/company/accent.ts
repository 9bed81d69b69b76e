import { z } from 'zod';

/** The pages an accent has to show on, by day and by night; the ink of the sign-in page is as dark as the night's. */
const grounds = { light: '#faf6ee', dark: '#1e2328' };

/** An accent only marks and never carries words, so it need not be read; but it has to be seen. Saffron has 1.6. */
const leastContrast = 1.5;

export const accentShape = /^#[0-9a-f]{6}$/;

const channels = (hex: string) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));

/** Relative luminance as WCAG reckons it, 0 to 1. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = channels(hex).map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** From 1, the same, to 21, black and white. */
export function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

type AccentFault = 'too-light' | 'too-dark';

/** What keeps a colour from being seen, or null. */
export function accentFault(hex: string): AccentFault | null {
  if (contrast(hex, grounds.light) < leastContrast) return 'too-light';
  return contrast(hex, grounds.dark) < leastContrast ? 'too-dark' : null;
}

function mixed(hex: string, towards: number, share: number): string {
  const parts = channels(hex).map((channel) => Math.round(channel + (towards - channel) * share));
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

/** The nearest shade of a colour that can be seen by day and by night. */
export function nearestAccent(hex: string): string {
  const fault = accentFault(hex);
  const towards = fault === 'too-light' ? 0 : 255;
  const shades = Array.from({ length: 101 }, (_, percent) => mixed(hex, towards, percent / 100));
  return shades.find((shade) => accentFault(shade) === null) ?? hex;
}

/** `#rrggbb`, also typed without `#` or in capitals. */
export const accent = z
  .string()
  .trim()
  .toLowerCase()
  .transform((text) => (/^[0-9a-f]{6}$/.test(text) ? `#${text}` : text))
  .pipe(
    z
      .string()
      .regex(accentShape, { error: 'not-a-colour', abort: true })
      .refine((hex) => accentFault(hex) !== 'too-light', 'too-light')
      .refine((hex) => accentFault(hex) !== 'too-dark', 'too-dark'),
  );

import { z } from 'zod';

/** Who vouches for a PIN: this program itself. */
export const pinIssuer = 'everyhand';

const digits = (pin: string) => [...pin].map(Number);

/** The same step from each digit to the next: 111111, 123456, 864208. */
function isRow(pin: string): boolean {
  const steps = digits(pin).map((digit, index, all) => (digit - all[Math.max(index - 1, 0)]! + 10) % 10);
  return steps.slice(2).every((step) => step === steps[1]);
}

/** One, two or three digits over and over, in pairs, or there and back. */
function isPattern(pin: string): boolean {
  return /^(\d{2})\1\1$|^(\d{3})\2$|^(\d)\3(\d)\4(\d)\5$|^(\d)(\d)(\d)\8\7\6$|^(\d)\9\9(\d)\10\10$/.test(pin);
}

const isDay = (day: number, month: number) => month >= 1 && month <= 12 && day >= 1 && day <= 31;

/** Day, month and year in any usual order, or a year in front of or behind two more digits. */
function isDate(pin: string): boolean {
  const [a, b, c] = [pin.slice(0, 2), pin.slice(2, 4), pin.slice(4)].map(Number) as [number, number, number];
  return isDay(a, b) || isDay(b, a) || isDay(c, b) || /^(19|20)|(19|20)\d\d$/.test(pin);
}

/** What somebody would try first: rows and patterns of digits, dates, and the digits of the person's own number. */
export function isTooSimple(pin: string, employeeNumber: string | null): boolean {
  const ownDigits = employeeNumber?.replace(/\D/g, '') ?? '';
  const isOwn = ownDigits.length >= 4 && (pin.includes(ownDigits) || ownDigits.includes(pin));
  return isRow(pin) || isPattern(pin) || isDate(pin) || isOwn;
}

/** As typed: six digits, in whatever script's form. */
export const typedPin = z
  .string({ error: 'missing' })
  .transform((typed) => typed.normalize('NFKC').trim())
  .pipe(z.string().regex(/^\d{6}$/, 'not-six-digits'));

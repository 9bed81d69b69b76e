import { z } from 'zod';

export type MailSender = { name: string | null; address: string };

const address = z.email().max(254);

/** Nothing that means something in a header: no line ends, quotes, brackets, commas or semicolons. */
const named = /^([^\p{Cc}<>()[\]"\\,;:@]{1,120}?)\s*<([^\s<>]+)>$/u;

/** `Name <address>` or an address alone; null for all else, also for what a mail server would take for more than one. */
export function parseMailSender(text: string): MailSender | null {
  const parts = named.exec(text);
  const found = parts ? { name: parts[1]!.trim(), address: parts[2]! } : { name: null, address: text };
  if (found.name === '' || !address.safeParse(found.address).success) return null;
  return found;
}

export const mailSender = z
  .string()
  .trim()
  .refine((text) => parseMailSender(text) !== null, 'not-a-sender')
  .transform((text) => {
    const { name, address: at } = parseMailSender(text)!;
    return name ? `${name} <${at}>` : at;
  });

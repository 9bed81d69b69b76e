const address = /[^\s<>"'(),;:=]+@[^\s<>"'(),;]+/g;
/** Long, and of letters and digits mixed: a token, a key, a hash. */
const secret = /\b(?=[\w-]*\d)(?=[\w-]*[A-Za-z])[\w-]{20,}/g;
const longest = 200;

const literally = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Text from elsewhere in a form that may be kept and shown: one line, short, no addresses, no secrets, no `hidden`. */
export function masked(text: string, hidden: string[] = []): string {
  const names = hidden.filter((name) => name.length > 2).map(literally);
  const line = text.replace(/\s+/g, ' ').trim().replace(address, '…');
  const named = names.length > 0 ? line.replace(new RegExp(names.join('|'), 'gi'), '…') : line;
  const plain = named.replace(secret, '…');
  return plain.length > longest ? `${plain.slice(0, longest - 1)}…` : plain;
}

/**
 * Why something failed, for whoever looks after the program. A fault of the database or of a schema may quote the
 * values it was about, so of those only the kind is said.
 */
export function faultReason(error: unknown): string {
  if (!(error instanceof Error)) return masked(String(error));
  const { code } = error as NodeJS.ErrnoException;
  if (/^(Prisma|Zod|\$Zod)/.test(error.name)) return [error.name, code].filter(Boolean).join(' ');
  return masked(`${error.name}: ${error.message}`);
}

import { redirect } from '@remix-run/node';
import { tokenOpens } from '#app/domain/access/tokens/token-reads.server.ts';
import { readCompany } from '#app/domain/people/company-reads.server.ts';
import { reader } from '#app/platform/db/database.server.ts';

/** The first run happens once; afterwards its pages lead to the door. */
export async function requireNoCompany(): Promise<void> {
  if (await readCompany(reader)) throw redirect('/sign-in');
}

/** The token in the address, if it still opens the first run. */
export async function findFirstRunToken(request: Request): Promise<string | null> {
  const token = new URL(request.url).searchParams.get('token');
  return token && (await tokenOpens(reader, 'first-run', token)) ? token : null;
}

/** The same for a page that is nothing without it. */
export async function requireFirstRunToken(request: Request): Promise<string> {
  await requireNoCompany();
  const token = await findFirstRunToken(request);
  if (!token) throw redirect('/first-run');
  return token;
}

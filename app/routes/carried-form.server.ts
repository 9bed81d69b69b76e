import { safePath } from '#app/platform/http/safe-path.ts';
import type { CarriedForm } from './carried-form.ts';
import { carriedAction, carriedPrefix } from './carried-form.ts';

/** Secrets are typed anew; a file cannot travel in a field. */
const staysBehind = (name: string) => /password|^(current|fresh|pin|code)$/i.test(name);

export async function carryForm(request: Request): Promise<CarriedForm> {
  const { pathname, search } = new URL(request.url);
  const form = await request.formData();
  const fields = [...form].filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && !staysBehind(entry[0]),
  );
  return { action: pathname.replace(/\.data$/, '') + search, fields };
}

/** The form as it came out of the sign-in form's own fields, or null where none travelled. */
export function unpackCarried(form: FormData): CarriedForm | null {
  const action = form.get(carriedAction);
  if (typeof action !== 'string') return null;
  const fields = [...form].flatMap(([name, value]): [string, string][] =>
    name.startsWith(carriedPrefix) && typeof value === 'string'
      ? [[name.slice(carriedPrefix.length), value]]
      : [],
  );
  return { action: safePath(action), fields };
}

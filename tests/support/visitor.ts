import type { Answer, Ask } from './asking.ts';
import { ask } from './asking.ts';

export type Visitor = {
  get: (path: string) => Promise<Answer>;
  post: (path: string, form: Record<string, string>) => Promise<Answer>;
  /** What it would send, by name. */
  cookies: Map<string, string>;
};

/** A browser of its own: it keeps the cookies it is given, and comes from one address. */
export function visitor(address = '127.0.0.1', userAgent?: string): Visitor {
  const cookies = new Map<string, string>();
  const send = async (what: Pick<Ask, 'path' | 'method' | 'form'>) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await ask({ ...what, cookie, address, userAgent });
    for (const set of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = set.split(';', 1)[0]!.split(/=(.*)/s);
      if (/Expires=Thu, 01 Jan 1970/.test(set)) cookies.delete(name);
      else cookies.set(name, value);
    }
    return answer;
  };
  return {
    get: (path) => send({ path }),
    post: (path, form) => send({ path, method: 'POST', form }),
    cookies,
  };
}

const plain = (html: string) =>
  html.replace(
    /&(quot|lt|gt|amp|#x27);/g,
    (_, name: string) => ({ quot: '"', lt: '<', gt: '>', amp: '&' })[name] ?? "'",
  );

/** The hidden fields of a page, as its form would send them. */
export function hiddenFields(page: string): Record<string, string> {
  const hidden = [...page.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)];
  return Object.fromEntries(hidden.map(([, name, value]) => [plain(name!), plain(value!)]));
}

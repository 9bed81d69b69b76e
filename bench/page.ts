import { countElements } from './filler.ts';
import type { PageSize } from './servers.ts';

/** Signs in as a browser would, and returns the cookie to send with every request. */
export async function signIn(url: string, email: string, password: string): Promise<string> {
  const body = new URLSearchParams({ email, password });
  const answer = await fetch(`${url}/sign-in`, { method: 'POST', body, redirect: 'manual' });
  const cookie = answer.headers.getSetCookie()[0]?.split(';', 1)[0];
  if (answer.status !== 303 || !cookie) throw new Error(`Signing in was answered with ${answer.status}.`);
  return cookie;
}

async function textOf(url: string, cookie: string): Promise<string> {
  const answer = await fetch(url, { headers: { Cookie: cookie }, redirect: 'manual' });
  if (answer.status !== 200) throw new Error(`${url} was answered with ${answer.status}.`);
  return answer.text();
}

export type Page = PageSize & { htmlBytes: number };

/** How large a page is: what the floors imitate. */
export async function measurePage(url: string, path: string, cookie = ''): Promise<Page> {
  const html = await textOf(url + path, cookie);
  return { elements: countElements(html), htmlBytes: Buffer.byteLength(html), dataBytes: 0 };
}

/** What the loaders of all its routes answer, as a browser that is on the site already would fetch it. */
export async function measureData(url: string, path: string, cookie = ''): Promise<number> {
  const [pathname, query] = path.split('?', 2);
  return Buffer.byteLength(await textOf(`${url}${pathname}.data${query ? `?${query}` : ''}`, cookie));
}

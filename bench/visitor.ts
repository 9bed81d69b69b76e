export type Answered = { kind: string; status: number; ms: number };

/** A browser without pages, which remembers how long it waited for what. */
export class Visitor {
  readonly answers: Answered[] = [];
  readonly #url: string;
  readonly #cookie: string;

  constructor(url: string, cookie: string) {
    this.#url = url;
    this.#cookie = cookie;
  }

  get(kind: string, path: string): Promise<string> {
    return this.#send(kind, path, { method: 'GET' });
  }

  post(kind: string, path: string, body: URLSearchParams): Promise<string> {
    return this.#send(kind, path, { method: 'POST', body });
  }

  /** Something that another part does, and that throws unless it was answered as it should be. */
  async timed(kind: string, work: () => Promise<unknown>): Promise<void> {
    const started = performance.now();
    const status = await work().then(
      () => 200,
      (error: unknown) => Number(/\d{3}/.exec(String(error))?.[0] ?? 0),
    );
    this.answers.push({ kind, status, ms: performance.now() - started });
  }

  async #send(kind: string, path: string, init: RequestInit): Promise<string> {
    const started = performance.now();
    const headers = { Cookie: this.#cookie, Accept: 'text/html' };
    try {
      const answer = await fetch(this.#url + path, { ...init, headers, redirect: 'manual' });
      const text = await answer.text();
      this.answers.push({ kind, status: answer.status, ms: performance.now() - started });
      return text;
    } catch {
      this.answers.push({ kind, status: 0, ms: performance.now() - started });
      return '';
    }
  }
}

const attribute = (tag: string, name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '';

/** A whole answer to the questions of a page, seldom a right one: the last option there is, the places as they come. */
export function answersOn(page: string): URLSearchParams {
  const form = new URLSearchParams();
  const places = new Map<string, number>();
  for (const [tag] of page.matchAll(/<(?:input|select)\b[^>]*>/g)) {
    const name = attribute(tag, 'name');
    if (name === 'attempt') form.set(name, attribute(tag, 'value'));
    else if (name.startsWith('q.') && tag.startsWith('<input')) form.set(name, attribute(tag, 'value'));
    else if (name.startsWith('q.')) {
      const question = name.slice(0, name.lastIndexOf('.'));
      const place = (places.get(question) ?? 0) + 1;
      places.set(question, place);
      form.set(name, String(place));
    }
  }
  return form;
}

/** What a screen plays. `key` changes with anything in it. */
export type Show = { key: string; seconds: number; slides: { src: string; alt: string }[] };

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const plain = (text: string) => text.replace(/[&<>"']/g, (mark) => escapes[mark]!);

const style = `html,body{height:100%;margin:0;background:#000;color:#b5b2aa;font:1.5rem/1.4 sans-serif;cursor:none;overflow:hidden}
main{position:fixed;inset:0;display:grid;place-items:center;text-align:center}
img{position:absolute;inset:0;width:100%;height:100%;object-fit:contain;opacity:0}
img.on{opacity:1}
img.coming{transition:opacity 1.2s linear}
@media (prefers-reduced-motion:reduce){img.coming{transition:none}}`;

type Page = {
  show: Show;
  /** Counted from 1: what stands there without a script. */
  slide: number;
  title: string;
  empty: string;
  language: string;
  nonce: string;
};

/** A page without the program's scripts: a player has a small browser, and runs it for months. */
export function screenPage({ show, slide, title, empty, language, nonce }: Page): string {
  const { slides, seconds } = show;
  const at = slides.length > 0 ? (slide - 1) % slides.length : 0;
  const now = slides[at];
  const next = slides.length > 1 ? ((at + 1) % slides.length) + 1 : 1;
  const pause = slides.length > 0 ? seconds : 60;
  const picture = now ? `<img class="on" src="${plain(now.src)}" alt="${plain(now.alt)}">` : '<img alt="">';
  const data = JSON.stringify(show).replaceAll('<', String.raw`\u003c`);
  return `<!doctype html>
<html lang="${plain(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="dark">
<title>${plain(title)}</title>
<link rel="icon" href="/favicon.svg">
<style nonce="${nonce}">${style}</style>
<noscript><meta http-equiv="refresh" content="${pause};url=?slide=${next}"></noscript>
</head>
<body>
<main>
<p${now ? ' hidden' : ''}>${plain(empty)}</p>
${picture}
<img alt="">
</main>
<script type="application/json" id="show">${data}</script>
<script nonce="${nonce}" src="/screen/player.js" defer></script>
</body>
</html>
`;
}

/** The pictures come as pieces of memory, so that they stay when the network goes. */
export const screenPolicy = (nonce: string): string =>
  [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}'`,
    `img-src 'self' blob:`,
    `connect-src 'self'`,
    `worker-src 'self'`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `frame-ancestors 'none'`,
  ].join('; ');

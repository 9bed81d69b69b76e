// Shows the posters of a screen one after the other, for weeks, with a network or without. It never leaves its page and
// never shows an error: what it has, it goes on showing. Written for browsers of 2018: displays are seldom younger.
const minute = 60000;
const cacheName = 'screen';
const home = location.pathname;

const stage = document.querySelector('main');
const words = stage.querySelector('p');
let [front, back] = stage.querySelectorAll('img');

/** By address, the picture as a piece of memory. */
const pictures = new Map();
let show = JSON.parse(document.getElementById('show').textContent);
/** Those of its slides whose pictures are here. */
let slides = [];
let at = -1;
let turning;
let asking;
let isAsking = false;
let pause = minute;

const cache = () => ('caches' in window ? caches.open(cacheName) : Promise.reject(new Error('no cache')));
const nothing = () => undefined;
/** Nobody who does not answer is waited for for ever. */
function within(time) {
  const limit = new AbortController();
  setTimeout(() => limit.abort(), time);
  return limit.signal;
}

/** What a player needs to begin again without a network. */
async function keepPage() {
  const kept = await cache();
  await kept.addAll([home, '/screen/player.js']);
}

async function load(src) {
  if (pictures.has(src)) return;
  const answer = await fetch(src, { signal: within(2 * minute) });
  if (!answer.ok) throw new Error(`status ${answer.status}`);
  await cache()
    .then((kept) => kept.put(src, answer.clone()))
    .catch(nothing);
  pictures.set(src, URL.createObjectURL(await answer.blob()));
}

/** Takes pictures that no slide has any more out of memory and out of the cache. */
async function forget() {
  const wanted = new Set(show.slides.map(({ src }) => src));
  for (const [src, url] of pictures) {
    if (wanted.has(src)) continue;
    URL.revokeObjectURL(url);
    pictures.delete(src);
  }
  const kept = await cache();
  for (const request of await kept.keys()) {
    const { pathname, search } = new URL(request.url);
    const isMine = pathname.startsWith(`${home}/`) && pathname.endsWith('.png');
    if (isMine && !wanted.has(pathname + search)) await kept.delete(request);
  }
}

/** Plays what there is of a show; true when nothing of it is missing. */
async function adopt(next) {
  show = next;
  for (const { src } of next.slides) await load(src).catch(nothing);
  const ready = next.slides.filter(({ src }) => pictures.has(src));
  if (ready.length === 0 && next.slides.length > 0) return false;
  const current = slides[at];
  slides = ready;
  at = slides.findIndex(({ src }) => current && src === current.src);
  words.hidden = slides.length > 0;
  if (slides.length === 0) for (const picture of [front, back]) picture.className = '';
  else if (at < 0 || turning === undefined) await turn();
  await forget().catch(nothing);
  return ready.length === next.slides.length;
}

function turnLater() {
  clearTimeout(turning);
  turning = setTimeout(turn, show.seconds * 1000);
}

async function turn() {
  turnLater();
  if (slides.length === 0) return;
  at = (at + 1) % slides.length;
  const { src, alt } = slides[at];
  const url = pictures.get(src);
  if (front.src === url) return;
  back.src = url;
  back.alt = alt;
  await back.decode().catch(nothing);
  // The one that comes lies over the one that goes.
  front.after(back);
  back.className = 'coming';
  void back.offsetWidth;
  back.className = 'coming on';
  [front, back] = [back, front];
  const gone = back;
  setTimeout(() => {
    if (gone !== back) return;
    gone.className = '';
    gone.alt = '';
  }, 1500);
}

/** Asks for changes: once a minute, and more seldom the longer nobody answers. */
async function ask() {
  if (isAsking) return;
  isAsking = true;
  clearTimeout(asking);
  try {
    const answer = await fetch(`${home}/slides.json`, { cache: 'no-store', signal: within(30000) });
    if (answer.status === 404) {
      // The address was taken back: nothing of it is kept.
      await adopt({ key: '', seconds: show.seconds, slides: [] });
      await cache()
        .then((kept) => kept.delete(home))
        .catch(nothing);
    } else if (answer.ok) {
      const next = await answer.json();
      if (next.key !== show.key || slides.length < next.slides.length) {
        await adopt(next);
        await keepPage().catch(nothing);
      }
    } else throw new Error(`status ${answer.status}`);
    pause = minute;
  } catch {
    pause = Math.min(pause * 2, 10 * minute);
  }
  isAsking = false;
  asking = setTimeout(ask, pause * (0.9 + Math.random() / 5));
}

async function stayAwake() {
  if ('wakeLock' in navigator) await navigator.wakeLock.request('screen').catch(nothing);
}

addEventListener('online', ask);
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState !== 'visible') return;
  void stayAwake();
  void turn();
  void ask();
});

async function begin() {
  void stayAwake();
  if ('serviceWorker' in navigator)
    await navigator.serviceWorker.register('/screen/worker.js').catch(nothing);
  await adopt(show);
  await keepPage().catch(nothing);
  asking = setTimeout(ask, minute);
}

void begin();

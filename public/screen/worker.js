// Lets a screen begin again without a network: its page and its pictures are answered from what was kept.
const cacheName = 'screen';

addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(clients.claim()));

const kept = (request) => caches.open(cacheName).then((cache) => cache.match(request));

/** Another picture has another address, so one that is here is the right one. */
async function keptFirst(request) {
  return (await kept(request)) || fetch(request);
}

/** What is there now; where nobody answers, or the server is in trouble, what was there last. */
async function newestFirst(request) {
  try {
    const answer = await fetch(request, {
      signal: AbortSignal.timeout ? AbortSignal.timeout(15000) : undefined,
    });
    if (answer.status < 500) return answer;
    return (await kept(request)) || answer;
  } catch (error) {
    const last = await kept(request);
    if (!last) throw error;
    return last;
  }
}

addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin || !pathname.startsWith('/screen/')) return;
  // A running screen has to know when nobody answers.
  if (pathname.endsWith('.json')) return;
  event.respondWith(pathname.endsWith('.png') ? keptFirst(request) : newestFirst(request));
});

// Keeps the page's own files in the browser, so that it works without a network after the first visit. Nothing that a user opens or changes
// is kept. Files are asked for anew whenever there is a network: a new version is there with the next visit.
const kept = 'systemsim-page';

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', event => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', event => {
  if (event.request.headers.has('X-SystemSim-Token')) {
    return; // What the program serves of somebody's folder is never kept.
  }
  const isOwn = event.request.method === 'GET' && new URL(event.request.url).origin === location.origin;
  event.respondWith(isOwn ? fresh(event.request) : Response.error());
});

async function fresh(request) {
  const cache = await caches.open(kept);
  try {
    const answer = await fetch(request);
    if (answer.ok) {
      await cache.put(request, answer.clone());
    }
    return answer;
  } catch (fault) {
    const known = await cache.match(request);
    if (known) {
      return known;
    }
    throw fault;
  }
}

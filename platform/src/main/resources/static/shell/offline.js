// Shows one kept page when the server cannot be reached. Nothing else is ever kept: pages hold what belongs to people.
const KEPT = 'vestnik-offline';
const PAGE = '/shell/offline';

self.addEventListener('install', (event) => event.waitUntil((async () => {
  const kept = await caches.open(KEPT);
  const page = await fetch(PAGE, { cache: 'no-store' });
  if (!page.ok) throw new Error('no page');
  const looks = Array.from((await page.clone().text()).matchAll(/(?:href|src)="(\/(?:static|webjars)\/[^"]+)"/g), (it) => it[1]);
  await kept.put(PAGE, page);
  await kept.addAll(looks);
  await self.skipWaiting();
})()));

self.addEventListener('fetch', (event) => {
  const asked = event.request;
  if (asked.method !== 'GET') return;
  if (asked.mode === 'navigate') {
    event.respondWith(fetch(asked).catch(() => caches.match(PAGE)));
  } else if (new URL(asked.url).pathname.match(/^\/(static|webjars)\//)) {
    event.respondWith(fetch(asked).catch(async () => (await caches.match(asked)) || Response.error()));
  }
});

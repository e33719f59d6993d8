// Live parts: the page's stream of events (data-live on the content) carries ready-made fragments; an event named as an element's
// data-live-event replaces that element. A lost stream comes back by itself; the event "end" closes it for good.
(function () {
  'use strict';
  const content = document.querySelector('[data-live]');
  if (!content) return;
  const source = new EventSource(content.dataset.live);
  const listened = new Set();
  const listen = () => document.querySelectorAll('[data-live-event]').forEach((part) => {
    const name = part.dataset.liveEvent;
    if (listened.has(name)) return;
    listened.add(name);
    source.addEventListener(name, (event) => {
      document.querySelectorAll('[data-live-event="' + CSS.escape(name) + '"]').forEach((old) => {
        htmx.swap(old, event.data, { swapStyle: 'outerHTML' });
      });
    });
  });
  listen();
  document.addEventListener('htmx:afterSettle', listen);
  source.addEventListener('end', () => source.close());
  window.addEventListener('pagehide', () => source.close());
})();

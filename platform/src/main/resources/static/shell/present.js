// Forms and the session: whoever was signed out meanwhile, leaves too early or presses too soon loses nothing of what was typed.
(function () {
  'use strict';
  const said = () => document.getElementById('toasts').dataset;
  const say = (text) => document.dispatchEvent(new CustomEvent('say', { detail: text }));
  const carried = () => JSON.parse(document.body.getAttribute('hx-headers') || '{}');

  // Looks at the session; whatever on this page carries its token gets the present one. Asked by many at once, it asks once.
  let looking = null;
  let gone = false;
  const look = () => fetch('/shell/present', { headers: { 'HX-Request': 'true' } }).then((answer) => {
    gone = answer.status === 401;
    if (gone) return 'gone';
    if (answer.status !== 204) return 'away';
    const [name] = Object.keys(carried());
    const token = name && answer.headers.get(name);
    if (token) {
      document.body.setAttribute('hx-headers', JSON.stringify({ [name]: token }));
      document.querySelectorAll('input[name="_csrf"]').forEach((it) => { it.value = token; });
    }
    return 'here';
  }, () => 'away');
  const present = () => {
    looking = looking || look().finally(() => { looking = null; });
    return looking;
  };

  // A request of htmx that the session or its token refused is repeated once with the present token. While nobody is signed in it
  // waits until somebody comes back to this page from where they did.
  const repeating = new WeakSet();
  const waiting = new Map();
  const repeat = (elt, asked) => {
    if (!elt.isConnected) return;
    repeating.add(elt);
    htmx.ajax(asked.verb, asked.path, { source: elt, event: asked.triggeringEvent }).catch(() => {});
  };
  const renew = () => present().then((how) => {
    if (how !== 'here') { say(how === 'gone' ? said().expired : said().offline); return; }
    const those = Array.from(waiting);
    waiting.clear();
    those.forEach(([elt, asked]) => repeat(elt, asked));
  });
  document.addEventListener('htmx:responseError', (e) => {
    const { elt, xhr, requestConfig } = e.detail;
    const refused = xhr.status === 401 || (xhr.status === 403 && requestConfig.verb !== 'get');
    if (refused && !repeating.has(elt)) {
      waiting.set(elt, requestConfig);
      renew();
      return;
    }
    const id = xhr.getResponseHeader('X-Request-Id');
    say({ 401: said().expired, 403: said().forbidden, 429: said().busy }[xhr.status] || said().failed + (id ? ' ' + id : ''));
  });
  ['htmx:sendError', 'htmx:timeout'].forEach((it) => document.addEventListener(it, () => say(said().offline)));
  document.addEventListener('htmx:afterRequest', (e) => repeating.delete(e.detail.elt));
  // While nobody is signed in nothing is sent in vain: it is only asked whether somebody is.
  document.addEventListener('htmx:configRequest', (e) => {
    if (!gone || e.detail.verb === 'get' || repeating.has(e.detail.elt)) return;
    e.preventDefault();
    waiting.set(e.detail.elt, e.detail);
    renew();
  });
  const back = () => { if (waiting.size && !document.hidden) renew(); };
  window.addEventListener('focus', back);
  document.addEventListener('visibilitychange', back);

  // A form with data-kept keeps itself while one types, by htmx. How far it has got: what was typed, sent and kept, each counted.
  const states = new WeakMap();
  const state = (form) => {
    if (!states.has(form)) states.set(form, { typed: 0, sent: 0, kept: 0, flying: false });
    return states.get(form);
  };
  const keptForms = () => Array.from(document.querySelectorAll('form[data-kept]'));
  const pending = (form) => state(form).typed > state(form).kept;
  const step = (form) => {
    const counter = form.querySelector('[data-step]');
    counter.value = Number(counter.value) + 1;
    return counter;
  };
  ['input', 'change'].forEach((it) => document.addEventListener(it, (e) => {
    const form = e.target instanceof Element && e.target.closest('form[data-kept]');
    if (form) state(form).typed += 1;
  }));
  const ofKept = (e) => e.detail.elt.matches && e.detail.elt.matches('form[data-kept]') ? e.detail.elt : null;
  document.addEventListener('htmx:configRequest', (e) => {
    const form = ofKept(e);
    if (!form || e.defaultPrevented) return;
    // What goes by a button takes all of it along; nothing may overtake it.
    if (form.dataset.going) { e.preventDefault(); return; }
    const counter = step(form);
    e.detail.parameters[counter.name] = counter.value;
    state(form).sent = state(form).typed;
  });
  document.addEventListener('htmx:beforeSend', (e) => { if (ofKept(e)) state(e.detail.elt).flying = true; });
  document.addEventListener('htmx:afterRequest', (e) => {
    const form = ofKept(e);
    if (!form) return;
    const at = state(form);
    at.flying = false;
    if (e.detail.successful && !form.querySelector('[data-unkept]')) at.kept = at.sent;
  });
  const patience = 15000;
  const landed = (form) => !state(form).flying ? Promise.resolve() : new Promise((resolve) => {
    form.addEventListener('htmx:afterRequest', (e) => { if (e.detail.elt === form) resolve(); });
    setTimeout(resolve, patience);
  });

  // Whoever leaves takes along what was not yet sent; browsers let so much go on its own, and ask about the rest.
  const most = 60000;
  const written = (form) => new URLSearchParams(Array.from(new FormData(form)).filter(([, it]) => typeof it === 'string'));
  const takenAlong = (form) => written(form).toString().length <= most && !gone && !form.querySelector('[data-unkept]');
  const leave = () => keptForms().filter((it) => pending(it) && !it.dataset.going && takenAlong(it)).forEach((form) => {
    step(form);
    state(form).kept = state(form).typed;
    fetch(form.getAttribute('hx-post'), { method: 'POST', keepalive: true, body: written(form), headers: { ...carried(), 'HX-Request': 'true' } })
      .then((answer) => { if (!answer.ok) state(form).kept = -1; }, () => { state(form).kept = -1; });
  });
  window.addEventListener('pagehide', leave);
  document.addEventListener('visibilitychange', () => { if (document.hidden) leave(); });

  // A form with data-guard asks before what was typed is lost.
  const changed = new Set();
  document.addEventListener('input', (e) => {
    const form = e.target instanceof Element && e.target.closest('form[data-guard]');
    if (form) changed.add(form);
  });
  window.addEventListener('beforeunload', (e) => {
    leave();
    const unsaved = Array.from(changed).some((it) => it.isConnected)
      || keptForms().some((it) => pending(it) && !it.dataset.going && !takenAlong(it));
    if (unsaved) e.preventDefault();
  });

  // Before such a form goes, what it keeps by itself has arrived, and its session is looked at: whoever has been signed out keeps
  // what was typed.
  document.addEventListener('submit', (e) => {
    const form = e.target;
    if (!form.matches('form[data-guard], form[data-kept]') || e.defaultPrevented || form.dataset.present) {
      delete form.dataset.present;
      changed.delete(form);
      return;
    }
    e.preventDefault();
    if (form.dataset.going) return;
    form.dataset.going = 'true';
    const submitter = e.submitter;
    landed(form).then(present).then((how) => {
      if (how !== 'here') {
        delete form.dataset.going;
        if (form.matches('[data-guard]')) changed.add(form);
        say(how === 'gone' ? said().expired : said().offline);
        return;
      }
      if (form.matches('[data-kept]')) step(form);
      form.dataset.present = 'true';
      form.requestSubmit(submitter);
      // Where the browser found a field wrong, it has not gone.
      if (form.dataset.present) { delete form.dataset.present; delete form.dataset.going; }
    });
  });
  window.addEventListener('pageshow', (e) => { if (e.persisted) document.querySelectorAll('form[data-going]').forEach((it) => { delete it.dataset.going; }); });
})();

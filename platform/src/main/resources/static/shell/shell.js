// What the frame does beyond links and forms: menus, the drawer, questions before acts, toasts, lists, keys, uploads.
(function () {
  'use strict';
  const on = (event, selector, act, target = document) =>
    target.addEventListener(event, (e) => {
      const found = e.target instanceof Element && e.target.closest(selector);
      if (found) act(e, found);
    });
  const all = (selector, from = document) => Array.from(from.querySelectorAll(selector));

  // Menus: one open at a time, closed by a click elsewhere and by Escape, arrows walk through the items.
  const closeMenus = (except) => all('details.v-drop[open]').forEach((it) => { if (it !== except) it.open = false; });
  document.addEventListener('click', (e) => closeMenus(e.target.closest('details.v-drop')));
  document.addEventListener('keydown', (e) => {
    const open = e.target.closest && e.target.closest('details.v-drop[open]');
    if (open && (e.key === 'ArrowDown' || e.key === 'ArrowUp')) {
      const items = all('.v-drop-item', open);
      if (!items.length) return;
      e.preventDefault();
      const at = items.indexOf(document.activeElement) + (e.key === 'ArrowDown' ? 1 : -1);
      items[(at + items.length) % items.length].focus();
    }
    if (e.key === 'Escape') {
      if (open) { open.open = false; open.querySelector('summary').focus(); }
      drawer(false);
    }
    const typing = e.target.closest && e.target.closest('input, textarea, select, [contenteditable]');
    if (e.key === '/' && !typing && !e.ctrlKey && !e.metaKey && !e.altKey) {
      const search = document.getElementById('search') || document.querySelector('.v-search input');
      if (search) { e.preventDefault(); search.focus(); search.select(); }
    }
  });

  // The drawer of a phone.
  const drawer = (open) => {
    const root = document.documentElement;
    const menu = document.getElementById('menu');
    const was = root.hasAttribute('data-menu-open');
    const to = open === undefined ? !was : open;
    if (!menu || was === to) return;
    root.toggleAttribute('data-menu-open', to);
    all('.v-menu-open').forEach((it) => it.setAttribute('aria-expanded', String(to)));
    (to ? menu.querySelector('.v-menu-close') : document.querySelector('.v-menu-open')).focus();
  };
  on('click', '[data-menu]', () => drawer());
  document.addEventListener('click', (e) => {
    if (document.documentElement.hasAttribute('data-menu-open') && !e.target.closest('.v-menu, [data-menu]')) drawer(false);
  });

  // The theme, kept for a year.
  on('click', '[data-theme-switch]', () => {
    const root = document.documentElement;
    const theme = root.dataset.bsTheme === 'dark' ? 'light' : 'dark';
    root.dataset.bsTheme = theme;
    document.cookie = 'theme=' + theme + ';path=/;max-age=31536000;samesite=lax';
    document.dispatchEvent(new CustomEvent('theme'));
  });

  // Toasts go after six seconds, with a way back after ten; a pointer or the focus keeps them.
  const tray = () => document.getElementById('toasts');
  const watch = (toast) => {
    if (toast.dataset.watched) return;
    toast.dataset.watched = 'true';
    let timer;
    const start = () => { timer = setTimeout(() => toast.remove(), toast.querySelector('form') ? 10000 : 6000); };
    ['mouseenter', 'focusin'].forEach((it) => toast.addEventListener(it, () => clearTimeout(timer)));
    ['mouseleave', 'focusout'].forEach((it) => toast.addEventListener(it, start));
    start();
  };
  const say = (text, tone = 'failure') => {
    const toast = document.createElement('div');
    toast.className = 'v-toast v-' + tone;
    toast.dataset.toast = '';
    const words = document.createElement('span');
    words.textContent = text;
    const close = document.createElement('button');
    close.type = 'button';
    close.className = 'v-quiet';
    close.dataset.dismiss = '';
    close.setAttribute('aria-label', tray().dataset.close);
    close.textContent = '×';
    toast.append(words, close);
    tray().append(toast);
    watch(toast);
  };
  on('click', '[data-dismiss]', (_, button) => button.closest('[data-toast]').remove());

  document.addEventListener('say', (e) => {
    if (!all('[data-toast] span', tray()).some((it) => it.textContent === e.detail)) say(e.detail);
  });

  // Questions before acts: the button carries the verb.
  const asking = () => document.getElementById('asking');
  const ask = (from, act) => {
    const dialog = asking();
    const yes = dialog.querySelector('#asking-yes');
    dialog.querySelector('#asking-title').textContent = from.dataset.confirm;
    const chosen = from.closest('[data-bulk]')?.querySelector('[data-bulk-count]').textContent;
    dialog.querySelector('#asking-text').textContent = [chosen, from.dataset.confirmText].filter(Boolean).join('. ');
    const no = dialog.querySelector('#asking-no');
    yes.textContent = from.dataset.confirmVerb || yes.dataset.verb;
    no.textContent = from.dataset.confirmNo || no.dataset.verb;
    yes.classList.toggle('btn-danger', 'confirmDanger' in from.dataset);
    yes.classList.toggle('btn-primary', !('confirmDanger' in from.dataset));
    dialog.returnValue = '';
    dialog.onclose = () => { if (dialog.returnValue === 'yes') act(); };
    dialog.showModal();
  };
  document.addEventListener('submit', (e) => {
    const from = e.submitter && e.submitter.dataset.confirm ? e.submitter : e.target.dataset.confirm ? e.target : null;
    // A guarded form goes twice, the second time when its session was looked at: it was confirmed the first time.
    if (!from || from.dataset.confirmed || e.target.dataset.present) { if (from) delete from.dataset.confirmed; return; }
    e.preventDefault();
    e.stopImmediatePropagation();
    const form = e.target;
    const submitter = e.submitter;
    ask(from, () => { from.dataset.confirmed = 'true'; form.requestSubmit(submitter); });
  }, true);
  document.addEventListener('htmx:confirm', (e) => {
    const from = e.detail.elt;
    if (from.tagName === 'FORM' || !from.dataset.confirm) return;
    e.preventDefault();
    ask(from, () => e.detail.issueRequest(true));
  });
  on('click', '[data-open]', (_, button) => document.getElementById(button.dataset.open).showModal());
  on('click', 'dialog [data-close]', (_, button) => button.closest('dialog').close());
  document.addEventListener('click', (e) => { if (e.target.matches && e.target.matches('dialog.v-dialog')) e.target.close(); });

  // Lists: rows open on click and on Enter; choosing rows raises the bulk bar.
  const open = (row, aside) => (aside ? window.open(row.dataset.href, '_blank', 'noopener') : window.location.assign(row.dataset.href));
  on('click', 'tr[data-href]', (e, row) => {
    if (e.target.closest('a, button, input, label, select, summary, .v-select') || String(window.getSelection())) return;
    open(row, e.ctrlKey || e.metaKey);
  });
  on('keydown', 'tr[data-href]', (e, row) => { if (e.key === 'Enter' && e.target === row) open(row, e.ctrlKey || e.metaKey); });
  const chosen = (list) => {
    const bar = list.querySelector('[data-bulk]');
    if (!bar) return;
    const boxes = all('[data-select]', list);
    const picked = boxes.filter((it) => it.checked);
    const page = list.querySelector('[data-select-page]');
    const every = list.querySelector('[data-bulk-all]');
    const whole = bar.elements.all.value === 'true';
    bar.hidden = picked.length === 0;
    if (page) {
      page.checked = picked.length > 0 && picked.length === boxes.length;
      page.indeterminate = picked.length > 0 && picked.length < boxes.length;
    }
    if (every) every.hidden = whole || picked.length < boxes.length;
    bar.querySelector('[data-bulk-count]').textContent = whole
      ? bar.dataset.all + ' ' + every.dataset.total
      : bar.dataset.one + ' ' + picked.length;
  };
  const choose = (list, checked) => {
    all('[data-select]', list).forEach((it) => { it.checked = checked; });
    list.querySelector('[data-bulk]').elements.all.value = '';
    chosen(list);
  };
  on('change', '[data-select-page]', (_, box) => choose(box.closest('.v-list'), box.checked));
  on('change', '[data-select]', (_, box) => {
    const list = box.closest('.v-list');
    list.querySelector('[data-bulk]').elements.all.value = '';
    chosen(list);
  });
  on('click', '[data-bulk-all]', (_, button) => {
    const list = button.closest('.v-list');
    list.querySelector('[data-bulk]').elements.all.value = 'true';
    chosen(list);
  });
  on('click', '[data-bulk-none]', (_, button) => choose(button.closest('.v-list'), false));

  // Columns change places in their menu; the form sends them in the order of the page.
  on('click', '[data-move]', (_, button) => {
    const line = button.closest('li');
    const up = button.dataset.move === 'up';
    const other = up ? line.previousElementSibling : line.nextElementSibling;
    if (other) { if (up) other.before(line); else other.after(line); }
    button.focus();
  });

  // The builder of conditions: comparisons and the value follow the field, and what was left empty stays out of the address.
  const mostClauses = 30;
  const bare = (test) => test === 'empty' || test === 'filled';
  const days = (test) => test === 'within' || test === 'older' || test === 'soon';
  const follow = (row) => {
    const field = row.querySelector('[data-clause-field]').selectedOptions[0];
    const test = row.querySelector('[data-clause-test]');
    const known = (field.dataset.tests || '').split(' ');
    all('option', test).forEach((it) => { it.disabled = it.hidden = field.value !== '' && !known.includes(it.value); });
    if (test.selectedOptions[0].disabled) test.value = known[0];
    const place = row.querySelector('.v-clause-value');
    const was = place.firstElementChild;
    const options = document.querySelector('template[data-options="' + field.value + '"]');
    const kind = field.value + (days(test.value) ? ' days' : '');
    if (place.dataset.field !== kind) {
      const fresh = document.createElement(options ? 'select' : 'input');
      fresh.className = options ? 'form-select form-select-sm' : 'form-control form-control-sm';
      if (options) fresh.append(options.content.cloneNode(true));
      else {
        fresh.type = !days(test.value) && (field.dataset.kind === 'DAY' || field.dataset.kind === 'MOMENT') ? 'date' : 'text';
        if (field.dataset.kind === 'NUMBER') fresh.inputMode = 'decimal';
        if (days(test.value)) fresh.inputMode = 'numeric';
        fresh.maxLength = 100;
        fresh.autocomplete = 'off';
      }
      fresh.name = was.name;
      fresh.setAttribute('aria-label', was.getAttribute('aria-label'));
      if (row.dataset.set !== undefined) fresh.value = row.dataset.set;
      delete row.dataset.set;
      place.dataset.field = kind;
      was.replaceWith(fresh);
    }
    place.hidden = bare(test.value);
  };
  const numbers = (count) => Array.from({ length: count }, (_, at) => at);
  const limit = (form) => {
    const full = all('.v-clause-row', form).length >= mostClauses;
    all('[data-clause-add], [data-group-add]', form).forEach((it) => { it.hidden = full; });
  };
  const addClause = (group) => {
    const form = group.closest('form');
    const free = numbers(mostClauses).find((it) => !form.elements['f' + it]);
    const row = form.querySelector('template[data-clause]').content.firstElementChild.cloneNode(true);
    all('[name]', row).forEach((it) => { it.name = it.name.replace('N', free); });
    const place = row.querySelector('[name="g' + free + '"]');
    if (place) place.value = group.dataset.path;
    group.querySelector('.v-clauses').append(row);
    follow(row);
    limit(form);
    row.querySelector('[data-clause-field]').focus();
  };
  on('change', '[data-clause-field], [data-clause-test]', (_, select) => follow(select.closest('.v-clause-row')));
  on('click', '[data-clause-drop]', (_, button) => {
    const form = button.closest('form');
    button.closest('.v-clause-row').remove();
    limit(form);
    form.querySelector('[type=submit]').focus();
  });
  on('click', '[data-clause-add]', (_, button) => addClause(button.closest('[data-clause-group]')));
  on('click', '[data-group-add]', (_, button) => {
    const form = button.form;
    const around = button.closest('[data-clause-group]');
    const start = around.dataset.path ? around.dataset.path + '.' : '';
    const free = numbers(99).map((it) => start + (it + 1)).find((it) => !form.querySelector('[data-path="' + it + '"]'));
    const group = form.querySelector('template[data-group]').content.firstElementChild.cloneNode(true);
    group.dataset.path = free;
    const mode = group.querySelector('[data-group-mode]');
    mode.name = 'm' + free;
    mode.value = around.querySelector('[data-group-mode]').value === 'any' ? '' : 'any';
    if (free.includes('.')) group.querySelector('[data-group-add]').remove();
    around.querySelector('.v-clauses').append(group);
    addClause(group);
  });
  on('click', '[data-group-drop]', (_, button) => {
    const form = button.form;
    button.closest('[data-clause-group]').remove();
    limit(form);
    form.querySelector('[type=submit]').focus();
  });
  document.addEventListener('formdata', (e) => {
    if (!e.target.matches('[data-builder]')) return;
    numbers(mostClauses).forEach((i) => {
      const unset = bare(e.formData.get('o' + i));
      if (!e.formData.get('f' + i) || (!unset && !e.formData.get('v' + i))) ['f', 'o', 'v', 'g'].forEach((it) => e.formData.delete(it + i));
      if (unset) e.formData.delete('v' + i);
      if (!e.formData.get('g' + i)) e.formData.delete('g' + i);
    });
    Array.from(e.formData.keys()).forEach((name) => { if (/^m[\d.]*$/.test(name) && !e.formData.get(name)) e.formData.delete(name); });
  });

  // The first wrong field has the focus.
  const focusFault = (from) => { const fault = from.querySelector('[aria-invalid="true"]'); if (fault) fault.focus(); };

  // One press, one act: a button that was pressed waits for its answer.
  document.addEventListener('submit', (e) => {
    const button = e.submitter;
    if (!button || e.defaultPrevented || e.target.method === 'dialog') return;
    setTimeout(() => { button.disabled = true; }, 0);
  });
  window.addEventListener('pageshow', (e) => { if (e.persisted) all('button:disabled').forEach((it) => { it.disabled = false; }); });

  // Copying.
  on('click', '[data-copy]', (_, button) => {
    navigator.clipboard.writeText(button.dataset.copy).then(() => {
      const words = button.querySelector('span') || button;
      const before = words.textContent;
      words.textContent = button.dataset.copied;
      setTimeout(() => { words.textContent = before; }, 2000);
    });
  });

  // Files: dropped or chosen, sent at once, with how far it has got.
  const send = (form) => {
    const file = form.querySelector('input[type=file]').files[0];
    if (!file) return;
    const card = form.querySelector('.v-upload');
    const line = card.querySelector('[data-upload-say]');
    const bar = card.querySelector('progress');
    const fail = (text) => { card.dataset.failed = 'true'; line.textContent = text; form.reset(); };
    delete card.dataset.failed;
    card.hidden = false;
    card.querySelector('[data-upload-name]').textContent = file.name;
    if (form.dataset.most && file.size > Number(form.dataset.most)) { fail(form.dataset.large); return; }
    line.textContent = form.dataset.sending;
    const request = new XMLHttpRequest();
    request.open('POST', form.action);
    const headers = JSON.parse(document.body.getAttribute('hx-headers') || '{}');
    Object.keys(headers).forEach((name) => request.setRequestHeader(name, headers[name]));
    request.upload.addEventListener('progress', (e) => { if (e.lengthComputable) bar.value = (e.loaded * 100) / e.total; });
    request.addEventListener('load', () => {
      const problem = (request.getResponseHeader('Content-Type') || '').includes('problem+json');
      if (request.status < 400) window.location.assign(request.responseURL);
      else if (request.status === 413) fail(form.dataset.large);
      else fail((problem && JSON.parse(request.responseText).detail) || form.dataset.broken);
    });
    request.addEventListener('error', () => fail(form.dataset.broken));
    request.addEventListener('abort', () => { card.hidden = true; form.reset(); });
    card.querySelector('[data-upload-stop]').onclick = () => request.abort();
    request.send(new FormData(form));
  };
  on('change', 'form[data-upload] input[type=file]', (_, input) => send(input.form));
  // Whoever was faster than this script is not left waiting; on the way back a browser fills the field by itself, and that is no choice.
  if (performance.getEntriesByType('navigation')[0].type === 'navigate') {
    all('form[data-upload]').forEach((form) => { if (form.querySelector('input[type=file]').files.length) send(form); });
  }
  ['dragenter', 'dragover'].forEach((it) => on(it, 'form[data-upload]', (e, form) => { e.preventDefault(); form.dataset.over = 'true'; }));
  on('dragleave', 'form[data-upload]', (e, form) => { if (!form.contains(e.relatedTarget)) delete form.dataset.over; });
  on('drop', 'form[data-upload]', (e, form) => {
    e.preventDefault();
    delete form.dataset.over;
    if (e.dataTransfer.files.length) { form.querySelector('input[type=file]').files = e.dataTransfer.files; send(form); }
  });

  const settle = (from) => {
    all('[data-toast]').forEach(watch);
    all('tr[data-href]:not([tabindex])').forEach((it) => it.setAttribute('tabindex', '0'));
    all('.v-list').forEach(chosen);
    all('.v-cards td').forEach((it) => it.toggleAttribute('data-blank', !it.textContent.trim() && !it.querySelector('input, button, a, img')));
    all('.v-clause-row').forEach(follow);
    focusFault(from);
  };
  settle(document);
  document.addEventListener('htmx:afterSettle', (e) => settle(e.target));

  // The page for the time when the server cannot be reached; browsers allow it over https and on one's own machine only.
  if ('serviceWorker' in navigator) navigator.serviceWorker.register('/offline.js').catch(() => {});
})();

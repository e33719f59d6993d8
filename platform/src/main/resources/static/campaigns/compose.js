// The tools of the text: what is put where the caret stands, characters that are shown, the text that is rewritten and its way back.
(function () {
  'use strict';
  const field = () => document.getElementById('f-text');
  const told = (text) => text.dispatchEvent(new Event('input', { bubbles: true }));
  const on = (selector, act) => document.addEventListener('click', (e) => {
    const found = e.target instanceof Element && e.target.closest(selector);
    if (found) act(found);
  });

  on('[data-insert]', (button) => {
    const text = field();
    if (text.value.length + button.dataset.insert.length > text.maxLength) return;
    text.setRangeText(button.dataset.insert, text.selectionStart, text.selectionEnd, 'end');
    // Several pictures may be put in one after another; a placeholder is followed by words.
    if (!('stay' in button.dataset)) {
      const menu = button.closest('details');
      if (menu) menu.open = false;
      text.focus();
    }
    told(text);
  });

  on('[data-select]', (button) => {
    const [from, to] = button.dataset.select.split('-').map(Number);
    const text = field();
    text.focus();
    text.setSelectionRange(from, to);
  });

  // A long list of groups, narrowed by letters of their names; what is chosen stays in sight.
  document.addEventListener('input', (e) => {
    const find = e.target instanceof Element && e.target.closest('[data-find]');
    if (!find) return;
    e.stopPropagation();
    const words = find.value.trim().toLowerCase();
    document.querySelectorAll('#' + find.dataset.find + ' > li').forEach((line) => {
      line.hidden = !line.querySelector('input').checked && !line.textContent.toLowerCase().includes(words);
    });
  }, true);

  // What is wrong with the text is said under it; the field says so too, to those who do not see it.
  document.addEventListener('htmx:afterSettle', () => {
    const text = field();
    if (!text || !document.getElementById('measure')) return;
    const wrong = document.getElementById('e-text') !== null;
    text.classList.toggle('is-invalid', wrong);
    if (wrong) text.setAttribute('aria-invalid', 'true');
    else text.removeAttribute('aria-invalid');
  });

  // What stood there before: the button changes places with what stands there now, so nothing is lost by pressing it.
  let before = null;
  const put = (words) => {
    const text = field();
    before = text.value;
    text.value = words;
    document.getElementById('undo').hidden = false;
    told(text);
  };
  on('[data-put]', (button) => {
    put(button.dataset.put);
    document.getElementById('undo').focus();
  });
  on('[data-undo]', () => { if (before !== null) put(before); });

  // Several texts: one of them stands in the field, the others lie beside it.
  const show = (place) => {
    const text = field();
    const showing = document.getElementById('trial-showing');
    const lying = (at) => document.getElementById('trial-text-' + at);
    if (showing.value === place) return;
    lying(showing.value).value = text.value;
    text.value = lying(place).value;
    showing.value = place;
    before = null;
    document.getElementById('undo').hidden = true;
    document.querySelectorAll('[data-text]').forEach((tab) => tab.setAttribute('aria-pressed', String(tab.dataset.text === place)));
    told(text);
  };
  on('[data-text]', (tab) => { show(tab.dataset.text); field().focus(); });
  document.addEventListener('change', (e) => {
    if (e.target instanceof Element && e.target.matches('[name="trial.on"]') && !e.target.checked) show('0');
  });

  // Pictures by arrows: along a row, and to the row above and below.
  document.addEventListener('keydown', (e) => {
    const here = e.target instanceof Element && e.target.closest('.m-emoji button');
    const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[e.key];
    if (!here || !way) return;
    e.preventDefault();
    const all = Array.from(here.closest('.m-emoji').querySelectorAll('button'));
    if (way[0]) {
      (all[all.indexOf(here) + way[0]] || here).focus();
      return;
    }
    const place = here.getBoundingClientRect();
    const beyond = all.filter((it) => way[1] * (it.getBoundingClientRect().top - place.top) > 1);
    const rows = beyond.map((it) => it.getBoundingClientRect().top);
    const row = way[1] > 0 ? Math.min(...rows) : Math.max(...rows);
    const next = beyond
      .filter((it) => Math.abs(it.getBoundingClientRect().top - row) < 1)
      .sort((a, b) => Math.abs(a.getBoundingClientRect().left - place.left) - Math.abs(b.getBoundingClientRect().left - place.left))[0];
    if (next) next.focus();
  });
})();

// Odd, even or no dates by one press.
(function () {
  'use strict';
  document.addEventListener('click', (e) => {
    const quick = e.target instanceof Element && e.target.closest('[data-dates]');
    if (!quick) return;
    const kind = quick.dataset.dates;
    for (const box of quick.form.querySelectorAll('[name="dates"]')) {
      const date = Number(box.value);
      box.checked = date > 0 && (kind === 'odd' ? date % 2 === 1 : kind === 'even' && date % 2 === 0);
    }
    quick.dispatchEvent(new Event('change', { bubbles: true }));
  });
})();

// Chips put their placeholder where the caret stands.
(function () {
  'use strict';
  document.addEventListener('click', (e) => {
    const chip = e.target instanceof Element && e.target.closest('[data-insert]');
    if (!chip) return;
    const text = document.getElementById('f-text');
    text.setRangeText(chip.dataset.insert, text.selectionStart, text.selectionEnd, 'end');
    text.focus();
    text.dispatchEvent(new Event('input', { bubbles: true }));
  });
})();

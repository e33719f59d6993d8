// Sets the theme before the first paint: the cookie's choice is already in the page, otherwise the device decides.
(function () {
  'use strict';
  const root = document.documentElement;
  if (!root.dataset.bsTheme) {
    root.dataset.bsTheme = window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  }
})();

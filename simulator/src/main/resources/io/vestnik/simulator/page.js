"use strict";
// Counts and messages renew themselves; what is being typed is left alone.
(() => {
  const live = document.getElementById("live");
  const renew = async () => {
    if (document.visibilityState === "visible") {
      try {
        const answer = await fetch(live.dataset.live);
        if (answer.ok) live.innerHTML = await answer.text();
      } catch {
        // The operator was stopped: the page shows what it saw last, and asks again.
      }
    }
    setTimeout(renew, 1000);
  };
  setTimeout(renew, 1000);
})();

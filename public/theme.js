// Runs before the first paint: the reader's own choice of theme, and word to the styles that scripts are on.
(() => {
  const root = document.documentElement;
  root.dataset.js = "";
  const chosen = /(?:^|;\s*)kith-theme=(light|dark)(?:;|$)/.exec(document.cookie);
  if (chosen) root.dataset.theme = chosen[1];
})();

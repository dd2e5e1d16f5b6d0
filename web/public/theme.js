// Runs before the first paint, so that nobody sees the wrong theme flash by. A file of its own: the server forbids inline scripts.
(() => {
  const root = document.documentElement;
  let wish = {};
  try {
    wish = JSON.parse(localStorage.getItem('kith.look') ?? '{}');
  } catch {
    wish = {};
  }
  const dark = wish.theme === 'dark' || (wish.theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  const more =
    wish.contrast === 'more' || (wish.contrast !== 'normal' && matchMedia('(prefers-contrast: more)').matches);
  root.dataset.theme = dark ? 'dark' : 'light';
  root.dataset.contrast = more ? 'more' : 'normal';
  root.dataset.density = wish.density === 'compact' ? 'compact' : 'comfortable';
})();

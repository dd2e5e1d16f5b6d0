import { createStore } from './store.ts';

/** How the app looks on this device; `public/theme.js` reads the same before the first paint. */
export interface Look {
  theme: 'system' | 'light' | 'dark';
  contrast: 'system' | 'normal' | 'more';
  density: 'comfortable' | 'compact';
}

const key = 'kith.look';
const usual: Look = { theme: 'system', contrast: 'system', density: 'comfortable' };

function stored(): Look {
  try {
    return { ...usual, ...(JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Look>) };
  } catch {
    return usual;
  }
}

const store = createStore<Look>(stored());
const prefersDark = matchMedia('(prefers-color-scheme: dark)');
const prefersMore = matchMedia('(prefers-contrast: more)');

function apply() {
  const look = store.get();
  const { dataset } = document.documentElement;
  dataset.theme = look.theme === 'dark' || (look.theme === 'system' && prefersDark.matches) ? 'dark' : 'light';
  dataset.contrast =
    look.contrast === 'more' || (look.contrast === 'system' && prefersMore.matches) ? 'more' : 'normal';
  dataset.density = look.density;
}

prefersDark.addEventListener('change', apply);
prefersMore.addEventListener('change', apply);
apply();

export const useLook = store.use;

export function setLook(change: Partial<Look>): void {
  store.set({ ...store.get(), ...change });
  localStorage.setItem(key, JSON.stringify(store.get()));
  apply();
}

/** From dark to light and back, whatever the system says. */
export function toggleTheme(): void {
  setLook({ theme: document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark' });
}

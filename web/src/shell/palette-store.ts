import type { LucideIcon } from 'lucide-react';
import { useEffect } from 'react';
import { createStore } from './store.ts';

/** Something that the palette can run on what is selected or shown. */
export interface PaletteAction {
  label: string;
  icon: LucideIcon;
  keys?: string;
  run: () => void;
}

export interface PaletteContext {
  /** What the actions are about, as "3 contacts". */
  heading: string;
  actions: PaletteAction[];
}

export const paletteOpen = createStore(false);
export const keysOpen = createStore(false);
export const paletteContext = createStore<PaletteContext | undefined>(undefined);

/** Offers a page's actions in the palette while the page is there. */
export function usePaletteContext(context: PaletteContext | undefined): void {
  useEffect(() => {
    paletteContext.set(context);
    return () => paletteContext.set(undefined);
  }, [context]);
}

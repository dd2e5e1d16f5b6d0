import { useLook } from '../shell/look.ts';
import { useMedia } from './media.ts';

/** A size of `tokens.css` in pixels, followed as density and screen change. */
export function useTokenPx(name: `--spacing-${string}`): number {
  useLook();
  useMedia('(width < 760px)');
  useMedia('(pointer: coarse)');
  return Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue(name));
}

import { useMemo } from 'react';
import { useLook } from '../shell/look.ts';
import { useMedia } from './media.ts';

/** A size of `tokens.css` in pixels, followed as density and screen change. Read only then: reading makes the browser compute all styles. */
export function useTokenPx(name: `--spacing-${string}`): number {
  const { density } = useLook();
  const narrow = useMedia('(width < 760px)');
  const coarse = useMedia('(pointer: coarse)');
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the value depends on stands in the style sheet
  return useMemo(
    () => Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue(name)),
    [name, density, narrow, coarse],
  );
}

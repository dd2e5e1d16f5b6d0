import { findKind } from '../kinds/index.ts';
import { texts } from '../texts/index.ts';

/** The outline of a kind around 0, 0: told apart without colour. What has no pages of its own is a hexagon, as are kinds of the workspace. */
const outlines: Record<string, string> = {
  contact: 'M-13,0a13,13 0 1,0 26,0a13,13 0 1,0 -26,0Z',
  account: 'M-12,-12H12V12H-12Z',
  deal: 'M0,-16L16,0L0,16L-16,0Z',
  lead: 'M0,-15L15,11H-15Z',
};
const hexagon = 'M-14,0L-7,-13H7L14,0L7,13H-7Z';

export function outlineOf(type: string): string {
  return outlines[type] ?? hexagon;
}

/** What a kind is called. */
export function kindWords(type: string): string {
  return findKind(type)?.words.one ?? texts.values.unnamed;
}

/** A shape of the legend. */
export function Shape({ type }: { type: string }) {
  return (
    <svg aria-hidden viewBox="-18 -18 36 36" className="size-4 shrink-0">
      <path d={outlineOf(type)} className="fill-accent-soft stroke-accent stroke-2" />
    </svg>
  );
}

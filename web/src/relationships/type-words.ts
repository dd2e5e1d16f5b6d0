import { graphTexts as words } from '../texts/index.ts';
import type { Relationship } from './stored.ts';

/** How a relationship reads from the record that it is seen from: "Reports to", "Is reported to by". */
export function typeSeen({ type, label, direction }: Relationship): string {
  if (type === 'custom') return label;
  const [out, back] = words.types[type] ?? [type, type];
  return direction === 'out' ? out : back;
}

/** How a link of the graph reads between its two ends; a custom one is called as people called it. */
export function linkWords(type: string): string {
  return words.links[type] ?? type.replaceAll('_', ' ');
}

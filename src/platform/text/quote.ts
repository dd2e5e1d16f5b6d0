import { collapseSpace } from './white-space.ts';

const control = /[\p{Cc}\p{Cf}]/gu;

/** A value as shown inside a message for people: in single quotes, on one line, cut after `maxLength` characters. */
export function quoted(value: string, maxLength = 40): string {
  const line = collapseSpace(value.slice(0, maxLength * 4).replace(control, ' '));
  const characters = [...line];
  return characters.length <= maxLength ? `'${line}'` : `'${characters.slice(0, maxLength).join('')}…'`;
}

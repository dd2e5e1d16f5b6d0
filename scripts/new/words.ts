/** `archive-contacts` → `archiveContacts`. */
export function camelCase(kebab: string): string {
  return kebab.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** `archive-contacts` → `Archive contacts`. */
export function sentenceCase(kebab: string): string {
  const words = kebab.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Thrown with what is wrong and what to do; shown without a stack. */
export class Refusal extends Error {}

export function mustMatch(text: string | undefined, pattern: RegExp, what: string): string {
  if (text && pattern.test(text)) return text;
  throw new Refusal(`${text ? `'${text}'` : 'Nothing'} is not ${what}.`);
}

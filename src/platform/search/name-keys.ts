import { foldWords } from '#platform/text';

const mostWords = 8;
const mostCharacters = 200;

/** A name as search compares it: its first words without case, accents and punctuation. */
export function nameKey(name: string): string {
  const words = foldWords(name.slice(0, 1000)).split(' ');
  return words.slice(0, mostWords).join(' ').slice(0, mostCharacters).trim();
}

/** The key turned so that it begins with each of its words once: `maria lopez` and `lopez! maria`. `!` sorts before every letter and digit. */
export function turnsOf(key: string): string[] {
  if (key === '') return [];
  const words = key.split(' ');
  const turns = words.map((_, at) =>
    at === 0 ? key : `${words.slice(at).join(' ')}! ${words.slice(0, at).join(' ')}`,
  );
  return [...new Set(turns)];
}

import { foldWords } from '#platform/text';

/**
 * Those of some records that a name fits best: those who are called exactly that, or else those who have all of its words, or else those
 * whose words begin with them.
 */
export function bestNamed<Record extends { name: string }>(records: readonly Record[], who: string): Record[] {
  const wanted = foldWords(who);
  const words = wanted.split(' ').filter(Boolean);
  if (words.length === 0) return [];
  const wordsOf = ({ name }: Record) => foldWords(name).split(' ');
  const exact = records.filter((one) => foldWords(one.name) === wanted);
  const whole = records.filter((one) => words.every((word) => wordsOf(one).includes(word)));
  const begun = records.filter((one) => words.every((word) => wordsOf(one).some((own) => own.startsWith(word))));
  return [exact, whole, begun].find((found) => found.length > 0) ?? [];
}

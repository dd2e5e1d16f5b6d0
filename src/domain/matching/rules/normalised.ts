/** What a normaliser answers: the value, or why there is none, in words for people. Both are always there, so that all answers have one shape. */
export type Normalised<T> = { value: T; problem: undefined } | { value: undefined; problem: string };

export function good<T>(value: T): Normalised<T> {
  return { value, problem: undefined };
}

export function bad(problem: string): { value: undefined; problem: string } {
  return { value: undefined, problem };
}

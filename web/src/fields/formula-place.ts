/** Where a formula has its mistake, from 0, as the server's sentence says it; undefined when it names no place. */
export function placeIn(mistake: string): number | undefined {
  const at = /at character (\d+)/.exec(mistake)?.[1];
  return at === undefined ? undefined : Number(at) - 1;
}

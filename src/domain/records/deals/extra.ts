/** What a bulk writer of deals tells of each: where it stands comes from a file, and is not asked what a stage needs. */
export interface DealExtra {
  imported: true;
}

export function isImported(extra: unknown): boolean {
  return (extra as DealExtra | undefined)?.imported === true;
}

type Values = Record<string, unknown>;

/** A page of relationships as one record has them: which way each goes, and what is at its other end. */
export function seenFrom<Page extends { data: Values[] }>(of: string, page: Page): Page {
  return {
    ...page,
    data: page.data.map((one) => {
      const outward = one.fromId === of;
      return { ...one, direction: outward ? 'out' : 'in', other: (outward ? one.to : one.from) ?? null };
    }),
  };
}

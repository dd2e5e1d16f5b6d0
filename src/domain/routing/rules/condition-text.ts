const verbs: Record<string, string> = {
  eq: 'is',
  ne: 'is not',
  lt: 'is below',
  lte: 'is at most',
  gt: 'is above',
  gte: 'is at least',
  in: 'is one of',
  contains: 'contains',
  startsWith: 'begins with',
};

/** A filter in words, for the reason of an assignment: `Country is DE and Company contains GmbH`. Empty for a filter that asks nothing. */
export function conditionText(filter: unknown, labelOf: (name: string) => string): string {
  return textOf(filter, labelOf, 'and');
}

function textOf(filter: unknown, labelOf: (name: string) => string, joint: 'and' | 'or'): string {
  if (filter === null || typeof filter !== 'object') return '';
  const parts = Array.isArray(filter)
    ? filter.map((one) => textOf(one, labelOf, 'and'))
    : Object.entries(filter).flatMap(([name, condition]) =>
        name === 'and' || name === 'or' ? [grouped(condition, labelOf, name)] : conditionsOf(name, condition, labelOf),
      );
  return parts.filter(Boolean).join(` ${joint} `);
}

function grouped(condition: unknown, labelOf: (name: string) => string, joint: 'and' | 'or'): string {
  const text = textOf(condition, labelOf, joint);
  return joint === 'or' && text.includes(' or ') ? `(${text})` : text;
}

function conditionsOf(name: string, condition: unknown, labelOf: (name: string) => string): string[] {
  return Object.entries(condition ?? {}).map(([operator, operand]) => {
    if (operator === 'empty') return `${labelOf(name)} is ${operand ? 'empty' : 'given'}`;
    const shown = Array.isArray(operand) ? operand.slice(0, 5).map(String).join(', ') : String(operand);
    return `${labelOf(name)} ${verbs[operator] ?? operator} ${shown.slice(0, 100)}`;
  });
}

const states = ['open', 'part', 'done'];
const stages = ['House', 'Book', 'Permissions', 'Intake', 'later'];

/** What is wrong in a table of requirements: rows that are malformed, or that claim what no test proves. */
export function requirementMistakes(table: string, exists: (path: string) => boolean): string[] {
  const seen = new Set<string>();
  return table.split('\n').flatMap((line) => {
    const row = /^\| ([A-Z]+-\d+) \|/.exec(line)?.[1];
    if (!row) return [];
    const cells = line
      .replace(/^\|\s*|\s*\|$/g, '')
      .split(/\s*(?<!\\)\|\s*/)
      .map((cell) => cell.trim());
    const again = seen.has(row);
    seen.add(row);
    if (again) return [`${row}: stands there twice`];
    return rowMistakes(cells).map((mistake) => `${row}: ${mistake}`);
  });

  function rowMistakes(cells: string[]): string[] {
    if (cells.length !== 5) return [`has ${cells.length} cells and not 5`];
    const [, , state = '', stage = '', proof = ''] = cells;
    if (!states.includes(state)) return [`'${state}' is not a state: open, part or done`];
    if (!stages.includes(stage)) return [`'${stage}' is not a stage: House, Book, Permissions, Intake or later`];
    const tests = [...proof.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '');
    if (state === 'done' && tests.length === 0) return ['is done and names no test'];
    return tests.flatMap((test) => {
      if (!/\.test\.tsx?$/.test(test)) return [`${test} is not a test`];
      return exists(test) ? [] : [`${test} is not there`];
    });
  }
}

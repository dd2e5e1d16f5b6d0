/** What people look for first; the rest of a record is in `get`, or in `--json`. */
const shownFirst = [
  'id',
  'name',
  'label',
  'email',
  'phone',
  'subject',
  'title',
  'account',
  'domain',
  'industry',
  'type',
  'role',
  'status',
  'object',
  'operation',
  'field',
  'city',
  'country',
  'leadScore',
  'scoreTier',
  'owner',
  'at',
  'occurredAt',
  'createdAt',
];
const mostColumns = 9;
const gap = '  ';

type Row = Readonly<Record<string, unknown>>;

/** One value for people: the name of what is related, lists between commas, nothing for nothing. */
function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(cellText).join(', ');
  if (typeof value === 'object') {
    const { name } = value as { name?: unknown };
    return typeof name === 'string' ? name : JSON.stringify(value);
  }
  // Control characters would move the cursor of whoever looks at it.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  return String(value).replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ');
}

function columnsOf(rows: readonly Row[], chosen: readonly string[] | undefined): string[] {
  if (chosen) return ['id', ...chosen.filter((name) => name !== 'id')];
  const filled = new Set(rows.flatMap((row) => Object.keys(row).filter((name) => cellText(row[name]) !== '')));
  const known = shownFirst.filter((name) => filled.has(name));
  const others = [...filled].filter(
    (name) => !shownFirst.includes(name) && rows.every((row) => typeof row[name] !== 'object'),
  );
  const most = known.length >= 3 ? known : [...known, ...others];
  return most.slice(0, mostColumns);
}

function shownWidth(text: string): number {
  return [...new Intl.Segmenter().segment(text)].length;
}

function fitted(text: string, width: number): string {
  const letters = [...new Intl.Segmenter().segment(text)].map((one) => one.segment);
  if (letters.length <= width) return text + ' '.repeat(width - letters.length);
  return `${letters.slice(0, Math.max(0, width - 1)).join('')}…`;
}

/** Rows as a table that is at most `width` wide: the widest columns give way first. `chosen` are the columns that were asked for. */
export function table(rows: readonly Row[], width: number, chosen?: readonly string[]): string {
  const names = columnsOf(rows, chosen);
  const cells = rows.map((row) => names.map((name) => cellText(row[name] ?? row[name.replace(/Id$/, '')])));
  const widths = names.map((name, at) => Math.max(shownWidth(name), ...cells.map((row) => shownWidth(row[at] ?? ''))));
  const room = () => widths.reduce((sum, one) => sum + one, 0) + gap.length * (widths.length - 1);
  for (let over = room() - width; over > 0; over = room() - width) {
    // Ids are for copying, so they stay whole.
    const widest = widths.reduce(
      (best, one, at) => (names[at] !== 'id' && one > (widths[best] ?? 0) ? at : best),
      names[0] === 'id' ? 1 : 0,
    );
    const now = widths[widest];
    if (now === undefined || now <= 8) break;
    widths[widest] = Math.max(8, now - over);
  }
  const line = (row: readonly string[]) =>
    row
      .map((text, at) => fitted(text, widths[at] ?? 0))
      .join(gap)
      .trimEnd();
  return [line(names), ...cells.map(line)].join('\n');
}

/** One record, a line for every field that has a value. */
export function card(record: Row): string {
  const lines = Object.entries(record).filter(([name, value]) => {
    const isShownByName = name.endsWith('Id') && record[name.slice(0, -2)] !== undefined;
    return !isShownByName && cellText(value) !== '' && cellText(value) !== '{}';
  });
  const left = Math.max(0, ...lines.map(([name]) => name.length));
  return lines.map(([name, value]) => `${name.padEnd(left)}  ${cellText(value)}`).join('\n');
}

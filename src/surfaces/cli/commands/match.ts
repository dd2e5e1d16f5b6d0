import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { Accuracy, MatchedPair, Matching } from '#domain/matching';
import { nearest } from '#platform/text';
import type { CsvFile } from '../csv-file.ts';
import { exitCodes } from '../exit-codes.ts';
import { type ProgressBar, progressBar } from '../progress-bar.ts';
import { UsageError } from '../usage-error.ts';
import { type Command, type CommandContext, onlyArgument } from './command.ts';

const help = 'kith match --help';

export const match: Command = {
  words: 'match',
  summary: 'Finds the rows of a file that are one person, company or thing, or links them with those of another file.',
  arguments: 'FILE',
  options: {
    'id COLUMN': 'The column that names each row; each name once.',
    'out FILE': 'Where to write the pairs: left,right,probability,reasons.',
    'truth COLUMN':
      'The column that tells which rows belong together, to measure with: it is not looked at for matching.',
    'against FILE': 'Another CSV file: rows of FILE are linked with rows of it.',
    'against-id COLUMN': 'The column that names its rows; that of --id unless told.',
    json: 'The figures as JSON.',
  },
  async run(context) {
    const path = onlyArgument(match, context);
    const id = context.option('id');
    if (!id) throw new UsageError('--id is missing: the column that names each row.', help);
    const startMs = performance.now();
    const { openCsvFile } = await import('../csv-file.ts');
    const against = context.option('against');
    const files = [await openCsvFile(path, help), ...(against === undefined ? [] : [await openCsvFile(against, help)])];
    const read = await readFiles(files, [id, context.option('against-id') ?? id], context);
    const { accuracyOf, matchRecords, pairsOf } = await import('#domain/matching');
    read.table.close();
    const matching = matchRecords(read.table, read.split);
    const pairs = await writePairs(pairsOf(matching, read.split), read.ids, context.option('out'));
    const figures: Figures = {
      records: read.ids.length,
      compared: read.table.plan
        .filter(({ kind }) => kind !== 'ignored')
        .map(({ column, kind }) => `${column} (${kind})`),
      pairs,
      groups: matching.clusters.length,
      ...(read.truth ? accuracyOf(matching.clusters, read.truth, read.split) : {}),
      seconds: (performance.now() - startMs) / 1000,
    };
    await context.terminal.out(context.has('json') ? `${JSON.stringify(figures)}\n` : textOf(figures));
    if (read.unreadable > 0) context.terminal.note(`${read.unreadable.toLocaleString('en')} rows could not be read.\n`);
    noteLargeGroups(matching, context);
    return exitCodes.done;
  },
};

interface Figures extends Partial<Accuracy> {
  records: number;
  compared: string[];
  pairs: number;
  groups: number;
  seconds: number;
}

interface Read {
  table: import('#domain/matching').RecordTable;
  ids: string[];
  /** The number of the first record of the second file. */
  split: number | undefined;
  truth: string[] | undefined;
  unreadable: number;
}

async function readFiles(
  files: readonly CsvFile[],
  idColumns: readonly string[],
  context: CommandContext,
): Promise<Read> {
  const { alignColumns, RecordTable } = await import('#domain/matching');
  const [first, second] = files as [CsvFile, CsvFile | undefined];
  const truthColumn = context.option('truth');
  const places = files.map((file, at) => ({
    id: placeOf(file, idColumns[at] as string),
    truth: truthColumn === undefined ? undefined : placeOf(file, truthColumn),
  }));
  const kept = first.columns.map((_, at) => at).filter((at) => at !== places[0]?.id && at !== places[0]?.truth);
  const own = { columns: kept.map((at) => first.columns[at] as string), sample: pick(first.sample, kept) };
  if (own.columns.length === 0) throw new UsageError(`${first.path} has no column to match by.`, help);
  const aligned = second && alignColumns(own, blanked(second, places[1] as Places));
  const table = new RecordTable(own.columns, [
    ...own.sample,
    ...(second && aligned ? pick(second.sample, aligned) : []),
  ]);
  const read: Read = {
    table,
    ids: [],
    split: undefined,
    truth: truthColumn === undefined ? undefined : [],
    unreadable: 0,
  };
  const bar = progressBar(context.terminal);
  await readRows(first, places[0] as Places, kept, read, bar);
  if (second && aligned) {
    read.split = read.ids.length;
    await readRows(second, places[1] as Places, aligned, read, bar);
  }
  bar.end();
  return read;
}

interface Places {
  id: number;
  truth: number | undefined;
}

/** A file's head in which neither id nor truth can be taken for anything else. */
function blanked({ columns, sample }: CsvFile, { id, truth }: Places) {
  const hidden = (at: number) => at === id || at === truth;
  return {
    columns: columns.map((column, at) => (hidden(at) ? '' : column)),
    sample: sample.map((row) => row.map((cell, at) => (hidden(at) ? '' : cell))),
  };
}

async function readRows(
  file: CsvFile,
  places: Places,
  kept: readonly (number | undefined)[],
  read: Read,
  bar: ProgressBar,
): Promise<void> {
  const seen = new Set<string>();
  for await (const { rows, unreadable, read: bytes } of file.batches()) {
    for (const row of rows) {
      const id = row[places.id] as string;
      if (id === '') throw new UsageError(`Row ${seen.size + 1} of ${file.path} has no id.`, help);
      if (seen.has(id))
        throw new UsageError(`The id '${id}' stands twice in ${file.path}: each row needs its own.`, help);
      seen.add(id);
      read.ids.push(id);
      read.truth?.push((row[places.truth as number] ?? '').trim());
      read.table.add(kept.map((at) => (at === undefined ? '' : (row[at] ?? ''))));
    }
    read.unreadable += unreadable;
    bar.show({ share: bytes / Math.max(1, file.size), done: read.ids.length, unit: 'rows' });
  }
}

function pick(rows: readonly (readonly string[])[], places: readonly (number | undefined)[]): string[][] {
  return rows.map((row) => places.map((at) => (at === undefined ? '' : (row[at] ?? ''))));
}

function placeOf({ columns, path }: CsvFile, column: string): number {
  const exact = columns.indexOf(column.trim());
  const at = exact >= 0 ? exact : columns.findIndex((one) => one.toLowerCase() === column.trim().toLowerCase());
  if (at >= 0) return at;
  const meant = nearest(column, columns);
  const said = meant ? `Did you mean '${meant}'?` : `It has ${columns.slice(0, 20).join(', ')}.`;
  throw new UsageError(`There is no column '${column}' in ${path}. ${said}`, help);
}

/** Writes the pairs as they come, and answers how many there are. */
async function writePairs(
  pairs: Iterable<MatchedPair>,
  ids: readonly string[],
  path: string | undefined,
): Promise<number> {
  let count = 0;
  if (path === undefined) {
    for (const _ of pairs) count++;
    return count;
  }
  await pipeline(function* () {
    yield 'left,right,probability,reasons\n';
    for (const { left, right, probability, reasons } of pairs) {
      count++;
      const said = reasons.map(
        ({ field, level, bits }) => `${field} ${level} ${bits < 0 ? '' : '+'}${bits.toFixed(1)}`,
      );
      yield `${cell(ids[left] as string)},${cell(ids[right] as string)},${probability.toFixed(6)},${cell(said.join('; '))}\n`;
    }
  }, createWriteStream(path));
  return count;
}

function cell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function textOf({ records, compared, pairs, groups, precision, recall, f1, bCubed, seconds }: Figures): string {
  const share = (value: number | undefined) => (value ?? 0).toFixed(4);
  const lines = [
    `${records.toLocaleString('en')} records, compared by ${compared.join(', ')}`,
    `${pairs.toLocaleString('en')} pairs in ${groups.toLocaleString('en')} groups`,
    ...(f1 === undefined
      ? []
      : [`precision ${share(precision)}  recall ${share(recall)}  F1 ${share(f1)}  B-cubed ${share(bCubed)}`]),
    `${seconds.toFixed(1)} seconds`,
  ];
  return `${lines.join('\n')}\n`;
}

function noteLargeGroups({ clusters }: Matching, { terminal }: CommandContext): void {
  const large = clusters.filter((cluster) => cluster.length > 1_000).length;
  if (large > 0)
    terminal.note(`${large} groups have more than 1,000 records: in them each is paired with the first one only.\n`);
}

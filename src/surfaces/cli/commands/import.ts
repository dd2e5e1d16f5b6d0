import { statSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Host } from '#surfaces/local';
import { exitCodes } from '../exit-codes.ts';
import { progressBar } from '../progress-bar.ts';
import { UsageError } from '../usage-error.ts';
import { type Command, type CommandContext, onlyArgument } from './command.ts';

/** An import as the API shows it. */
interface Import {
  id: string;
  status: 'queued' | 'running' | 'paused' | 'done' | 'failed' | 'cancelled';
  rows: number;
  created: number;
  updated: number;
  merged: number;
  skipped: number;
  rejected: number;
  progress: number;
  error?: string | null;
  notices?: string[];
}

const lookEveryMs = 200;

export const importFile: Command = {
  words: 'import',
  summary: 'Imports a file of contacts or accounts, and waits until it is in.',
  arguments: 'FILE',
  options: {
    'object NAME': 'What the rows are: contacts (unless told) or accounts.',
    "map 'Column=field'": 'The field that a column goes into; can be repeated. Column= leaves it out.',
    'mode MODE': 'createAndUpdate (unless told), createOnly or updateOnly.',
    'match-key FIELD': 'What makes a row and a record the same.',
    'owner-id ID': 'Who is to own what is new.',
    'tags A,B': 'Tags for all that comes in.',
    'country CC': 'Where phone numbers without a country code are from, as DE.',
    'dry-run': 'Only says what would happen.',
    json: 'The outcome as JSON.',
    'workspace ID': 'The workspace, by id or name; the first one unless told.',
  },
  async run(context) {
    const path = onlyArgument(importFile, context);
    refuseUnreadable(path);
    const host = await context.openHost();
    const workspace = context.option('workspace');
    const input = { ...inputOf(context), file: await host.putFile(path) };
    const started = (await answer(host, 'imports.create', input, workspace)) as { id: string };
    await host.work();
    return report(await followed(host, started.id, workspace, context), context);
  },
};

function refuseUnreadable(path: string): void {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) throw new UsageError(`There is no file ${path}.`, 'kith import --help');
  if (found.isDirectory()) throw new UsageError(`${path} is a folder.`, 'kith import --help');
}

function inputOf(context: CommandContext): Record<string, unknown> {
  const maps = context.all('map').map((text) => {
    const at = text.lastIndexOf('=');
    if (at < 1) throw new UsageError(`--map takes 'Column=field', and not '${text}'.`, 'kith import --help');
    return [text.slice(0, at).trim(), text.slice(at + 1).trim() || null] as const;
  });
  const texts = {
    object: 'object',
    mode: 'mode',
    matchKey: 'match-key',
    ownerId: 'owner-id',
    tags: 'tags',
    country: 'country',
  };
  const given = Object.entries(texts).flatMap(([name, flag]) => {
    const value = context.option(flag);
    return value === undefined ? [] : [[name, value] as const];
  });
  return {
    ...Object.fromEntries(given),
    ...(maps.length > 0 ? { mapping: Object.fromEntries(maps) } : {}),
    ...(context.has('dry-run') ? { dryRun: true } : {}),
  };
}

async function answer(host: Host, operation: string, input: unknown, workspace: string | undefined): Promise<unknown> {
  const given = await host.call({ operation, input, workspace });
  return 'output' in given ? given.output : undefined;
}

async function followed(
  host: Host,
  id: string,
  workspace: string | undefined,
  context: CommandContext,
): Promise<Import> {
  const { terminal } = context;
  const bar = progressBar(terminal);
  const tellWhere = () => {
    bar.end();
    terminal.note(`\nThe import goes on as long as Kith runs: kith imports get ${id}\n`);
    process.exit(130);
  };
  process.once('SIGINT', tellWhere);
  try {
    for (;;) {
      const now = (await answer(host, 'imports.get', { id }, workspace)) as Import;
      bar.show({ share: now.progress, done: now.rows, unit: 'rows' });
      if (!['queued', 'running'].includes(now.status)) return now;
      await sleep(lookEveryMs);
    }
  } finally {
    bar.end();
    process.off('SIGINT', tellWhere);
  }
}

async function report(done: Import, context: CommandContext): Promise<number> {
  const { terminal } = context;
  const counts = ['created', 'updated', 'merged', 'skipped', 'rejected'] as const;
  if (context.has('json')) await terminal.out(`${JSON.stringify(done)}\n`);
  else {
    const said = counts.map((name) => `${done[name].toLocaleString('en')} ${name}`).join(', ');
    const what = context.has('dry-run') ? 'Would be' : done.status;
    await terminal.out(`${what}: ${done.rows.toLocaleString('en')} rows: ${said}\n`);
  }
  for (const notice of done.notices ?? []) terminal.note(`${notice}\n`);
  if (done.rejected > 0) terminal.note(`The rejected rows with their reasons: kith imports rejects ${done.id}\n`);
  if (done.status === 'done') return exitCodes.done;
  terminal.note(
    `kith: the import has ${done.status === 'paused' ? 'been paused' : done.status}. ${done.error ?? ''}\n`,
  );
  return exitCodes.refused;
}

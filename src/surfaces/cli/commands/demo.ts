import { setTimeout as sleep } from 'node:timers/promises';
import type { Host } from '#surfaces/local';
import { exitCodes } from '../exit-codes.ts';
import { progressBar } from '../progress-bar.ts';
import { UsageError } from '../usage-error.ts';
import { type Command, type CommandContext, noArguments } from './command.ts';

/** The demo as the API shows it. */
interface Demo {
  status: 'none' | 'making' | 'ready' | 'removing';
  accounts: number;
  contacts: number;
  activities: number;
  progress: number;
}

const lookEveryMs = 200;

export const demo: Command = {
  words: 'demo',
  summary: 'Fills the workspace with believable contacts and accounts, or takes them away again.',
  options: {
    'contacts N': 'How many contacts; 2,000 unless told.',
    remove: 'Takes the demo away for good.',
    json: 'The outcome as JSON.',
    'workspace ID': 'The workspace, by id or name; the first one unless told.',
  },
  async run(context) {
    noArguments(demo, context);
    const wanted = context.option('contacts');
    if (wanted !== undefined && !/^\d{1,9}$/.test(wanted))
      throw new UsageError(`--contacts is a whole number, and not '${wanted}'.`, 'kith demo --help');
    const host = await context.openHost();
    const workspace = context.option('workspace');
    const input = wanted === undefined ? {} : { contacts: Number(wanted) };
    const removes = context.has('remove');
    await host.call({ operation: removes ? 'demo.remove' : 'demo.create', input: removes ? {} : input, workspace });
    await host.work();
    const done = await followed(host, workspace, context);
    const counts = `${done.contacts.toLocaleString('en')} contacts, ${done.accounts.toLocaleString('en')} accounts`;
    const said = removes ? 'The demo is gone.' : `The demo is there: ${counts}. Take it away: kith demo --remove`;
    await context.terminal.out(context.has('json') ? `${JSON.stringify(done)}\n` : `${said}\n`);
    return exitCodes.done;
  },
};

async function followed(host: Host, workspace: string | undefined, context: CommandContext): Promise<Demo> {
  const bar = progressBar(context.terminal);
  try {
    for (;;) {
      const answer = await host.call({ operation: 'demo.get', input: {}, workspace });
      const now = ('output' in answer ? answer.output : undefined) as Demo;
      bar.show({ share: now.progress, done: now.contacts + now.accounts, unit: 'records' });
      if (now.status === 'ready' || now.status === 'none') return now;
      await sleep(lookEveryMs);
    }
  } finally {
    bar.end();
  }
}

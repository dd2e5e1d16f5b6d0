import { printAnswer } from '../print-answer.ts';
import { UsageError } from '../usage-error.ts';
import type { Command } from './command.ts';

export const exportList: Command = {
  words: 'export',
  summary: 'Exports contacts or accounts as CSV.',
  arguments: '[contacts|accounts|activities]',
  options: {
    'q WORDS': 'Only what these words find.',
    'filter JSON': 'Only what fulfils conditions, as {"city":{"eq":"Berlin"}}.',
    'sort FIELD': 'The order; - before it for descending.',
    'fields A,B': 'Only these fields.',
    'output FILE': 'Where to write it, instead of standard output.',
    'workspace ID': 'The workspace, by id or name; the first one unless told.',
  },
  async run(context) {
    const [object = 'contacts', ...more] = context.positional;
    if (more.length > 0) throw new UsageError(`'${more[0]}' is one word too many.`, 'kith export --help');
    const given = ['q', 'filter', 'sort', 'fields'].flatMap((name) => {
      const value = context.option(name);
      return value === undefined ? [] : [[name, value] as const];
    });
    const operation = `${object}.export`;
    const host = await context.openHost();
    const answer = await host.call({
      operation,
      input: Object.fromEntries(given),
      workspace: context.option('workspace'),
    });
    await printAnswer(answer, context.terminal, { json: false, output: context.option('output') });
    return 0;
  },
};

import { UsageError } from '../usage-error.ts';
import { type Command, noArguments } from './command.ts';

export const rotateKeys: Command = {
  words: 'keys rotate',
  summary: 'Makes new keys to seal with, while everything runs: the master key, or the key of each workspace.',
  options: {
    master: 'The master key; the keys of all workspaces are wrapped with the new one.',
    workspaces: 'The key of every workspace, or of the one that --workspace names.',
    'workspace ID': 'The workspace, by id or name.',
  },
  async run(context) {
    noArguments(rotateKeys, context);
    const chosen = context.option('workspace');
    if (!context.has('master') && !context.has('workspaces') && chosen === undefined)
      throw new UsageError('Say which: --master, --workspaces or --workspace ID.', 'kith keys rotate --help');
    const host = await context.openHost();
    const { out, note } = context.terminal;
    if (context.has('master')) {
      note('Every server of this home learns the new key first; that takes some seconds.\n');
      const { wrapped } = await host.rotateMasterKey();
      await out(`master key: new; ${wrapped} keys of workspaces wrapped with it\n`);
    }
    if (!context.has('workspaces') && chosen === undefined) return 0;
    const targets = chosen === undefined ? await host.workspaces() : [{ id: chosen, name: chosen }];
    for (const { id, name } of targets) {
      const answer = await host.call({ operation: 'encryption.rotate', workspace: id });
      const { currentFrom } = ('output' in answer ? answer.output : {}) as { currentFrom: string };
      await out(`${name}: a new key seals from ${currentFrom} on\n`);
    }
    return 0;
  },
};

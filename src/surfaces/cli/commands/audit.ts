import type { Host } from '#surfaces/local';
import { exitCodes } from '../exit-codes.ts';
import { type Command, noArguments } from './command.ts';

interface Verdict {
  intact: boolean;
  entries: number;
  from: number;
  to: number;
  heads: number;
  findings: { says: string }[];
}

export const verifyAudit: Command = {
  words: 'audit verify',
  summary:
    'Verifies that nothing in the audit log was changed, removed or put elsewhere; exits with 1 where something was.',
  options: {
    'workspace ID': 'The workspace, by id or name; all of them unless told.',
    json: 'Prints what was found as JSON, one object a workspace.',
  },
  async run(context) {
    noArguments(verifyAudit, context);
    const host = await context.openHost();
    const chosen = context.option('workspace');
    const names = chosen === undefined ? await host.workspaces() : [{ id: chosen, name: chosen }];
    let intact = true;
    for (const { id, name } of names) {
      const verdict = await verdictOf(host, id);
      intact &&= verdict.intact;
      await context.terminal.out(
        context.has('json') ? `${JSON.stringify({ workspace: id, ...verdict })}\n` : told(name, verdict),
      );
    }
    return intact ? exitCodes.done : exitCodes.refused;
  },
};

async function verdictOf(host: Host, workspace: string): Promise<Verdict> {
  const answer = await host.call({ operation: 'audit.verify', workspace });
  return ('output' in answer ? answer.output : undefined) as Verdict;
}

function told(name: string, { intact, entries, from, to, heads, findings }: Verdict): string {
  const compared = `${heads} ${heads === 1 ? 'head' : 'heads'} outside of the database`;
  if (intact && entries === 0) return `${name}: no entries yet\n`;
  if (intact) return `${name}: intact, entries ${from} to ${to}, compared with ${compared}\n`;
  return `${name}: NOT INTACT\n${findings.map(({ says }) => `  ${says}\n`).join('')}`;
}

import { z } from 'zod';
import { defineJob } from '#platform/jobs';
import { execute } from '#platform/operations';
import { addAccounts } from '../operations/add-accounts.ts';
import { addPeople } from '../operations/add-people.ts';
import { generateAccounts } from '../rules/accounts.ts';
import { peopleAtOnce, peopleInChunks } from '../rules/chunks.ts';
import { countMade, madeIds } from '../store/demo-chunks.ts';
import { findDemo } from '../store/demos.ts';

const accountsAtOnce = 1000;

/** Makes a demo chunk by chunk; a killed run goes on where it stood. */
export const makeDemo = defineJob({
  name: 'demo.make',
  summary: 'Makes the accounts, contacts and activities of a demo, chunk by chunk.',
  input: z.object({}),
  async run(job) {
    const reader = job.ports.database.reader(job.workspaceId);
    const demo = await findDemo(reader);
    if (demo?.status !== 'making') return;
    const { actor, ports, signal } = job;
    const call = { actor, surface: 'job', requestId: job.jobId, changeSetId: demo.changeSetId };
    const accounts = generateAccounts(demo.accounts, demo.seed, demo.madeFor);
    const accountIds = await madeIds(reader, demo.id, 'account');
    while (accountIds.length < accounts.length) {
      if (signal.aborted) throw new Error('The process stops; the demo goes on at the next start.');
      const from = accountIds.length;
      const some = accounts.slice(from, from + accountsAtOnce);
      const chunk = { position: from / accountsAtOnce, accounts: some, ids: accountIds };
      const { output } = await execute(ports, addAccounts, chunk, call);
      if (!output.goOn) return;
      accountIds.push(...output.ids);
    }
    const size = peopleAtOnce(demo.contacts);
    const there = Math.floor((await countMade(reader, demo.id)).contact.records / size);
    const cast = { accounts, contacts: demo.contacts, seed: demo.seed, now: demo.madeFor };
    for (const people of peopleInChunks(cast, size)) {
      if (signal.aborted) throw new Error('The process stops; the demo goes on at the next start.');
      const last = (people.position + 1) * size >= demo.contacts;
      if (people.position < there && !last) continue;
      const { output } = await execute(ports, addPeople, { people, accounts, accountIds, last }, call);
      if (!output.goOn) return;
    }
  },
});

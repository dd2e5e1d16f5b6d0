import { z } from 'zod';
import { account } from '#domain/records/accounts';
import { defineOperation } from '#platform/operations';
import { createRecords } from '#platform/records';
import type { DemoAccount } from '../rules/accounts.ts';
import { accountValues } from '../rules/values.ts';
import { chunkIds, insertChunks } from '../store/demo-chunks.ts';
import { lockDemo } from '../store/demos.ts';

/** Some of the accounts of a demo, and the ids of all that were made before. */
export interface AccountsChunk {
  position: number;
  accounts: readonly DemoAccount[];
  ids: readonly string[];
}

export const addAccounts = defineOperation({
  name: 'demo.addAccounts',
  summary: 'Adds some accounts to the demo.',
  kind: 'write',
  permission: 'demo:write',
  input: z.custom<AccountsChunk>((value) => typeof value === 'object' && value !== null && 'accounts' in value),
  async run(context, { position, accounts, ids }) {
    const demo = await lockDemo(context.tx);
    if (demo?.status !== 'making') return { goOn: false, ids: [] };
    const there = await chunkIds(context.tx, demo.id, 'account', position);
    if (there) return { goOn: true, ids: there };
    context.unfinished();
    const own = accounts.map(() => context.ports.ids.next());
    const idOf = (index: number | null) => (index === null ? null : (ids[index] ?? own[index - ids.length] ?? null));
    const sets = accounts.map((one) => accountValues(one, idOf(one.parentIndex), demo.ownerId));
    await createRecords(context, account, sets, { ids: own });
    await insertChunks(context.tx, demo.id, [{ object: 'account', position, recordIds: own }]);
    return { goOn: true, ids: own };
  },
});

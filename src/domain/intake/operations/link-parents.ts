import { z } from 'zod';
import { account, accountsByKey } from '#domain/records/accounts';
import type { Context } from '#platform/context';
import { asProblem } from '#platform/errors';
import { defineOperation, missing } from '#platform/operations';
import { createRecords, updateRecords } from '#platform/records';
import { type ImportLink, nextLinks, removeLinks } from '../store/import-links.ts';
import { insertToldRows } from '../store/import-rows.ts';
import { lockImport } from '../store/imports.ts';

const chunkSize = 500;

/** Parents by name may stand later in the file than their children, so they are linked when all rows are in. */
export const linkParents = defineOperation({
  name: 'imports.linkParents',
  summary: 'Links the next imported accounts to the parents that they name; parents that nobody knows are made.',
  kind: 'write',
  permission: 'imports:write',
  input: z.strictObject({ importId: z.uuid() }),
  async run(context, { importId }) {
    const one = await lockImport(context.tx, importId);
    if (!one) throw missing('import', importId);
    const links = await nextLinks(context.tx, importId, chunkSize);
    if (links.length === 0) return { more: false };
    const parents = await accountsByKey(context.tx, [...new Set(links.map((link) => link.nameKey))]);
    const lacking = new Map(
      links.filter((link) => !parents.has(link.nameKey)).map((link) => [link.nameKey, link.name]),
    );
    const sets = [...lacking.values()].map((name) => ({ name, source: 'import' }));
    const made = await createRecords(context, account, sets, { columns: sets.map(() => ({ import_id: importId })) });
    for (const [index, key] of [...lacking.keys()].entries()) parents.set(key, made[index]?.id ?? '');
    for (const link of links) await linkOne(context, importId, link, parents.get(link.nameKey));
    await removeLinks(
      context.tx,
      importId,
      links.map((link) => link.recordId),
    );
    return { more: true };
  },
});

async function linkOne(
  context: Context,
  importId: string,
  link: ImportLink,
  parent: string | undefined,
): Promise<void> {
  if (!parent || parent === link.recordId) return;
  try {
    await updateRecords(context, account, [{ id: link.recordId, set: { parentAccountId: parent } }], {
      skipMissing: true,
    });
  } catch (error) {
    if (asProblem(error).code !== 'conflict') throw error;
    insertToldRows(context.tx, importId, [
      {
        rowNumber: link.rowNumber,
        outcome: 'marked',
        reason: `Parent: ${asProblem(error).message}`,
        cells: [link.name],
      },
    ]);
  }
}

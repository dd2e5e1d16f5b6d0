import { z } from 'zod';
import { account } from '#domain/records/accounts';
import type { Context } from '#platform/context';
import { beyondReach } from '#platform/database';
import { asProblem } from '#platform/errors';
import { defineOperation, missing } from '#platform/operations';
import { createRecords, updateRecords } from '#platform/records';
import { withoutRings } from '../rules/rings.ts';
import { type ImportLink, nextLinks, parentsAbove, removeLinks } from '../store/import-links.ts';
import { insertToldRows, toldNumbers } from '../store/import-rows.ts';
import { addToTally, type ImportRow, lockImport } from '../store/imports.ts';
import { oldestBy } from '../store/oldest-by.ts';

const chunkSize = 250;
/** Keys of parents in one call of a dry run. */
export const mostReferred = 5000;

type FoundLink = ImportLink & { parentId: string };

/** Parents by name may stand later in the file than their children, so they are linked when all rows are in. */
export const linkParents = defineOperation({
  name: 'imports.linkParents',
  summary: 'Links the next imported accounts to the parents that they name; parents that nobody knows are made.',
  kind: 'write',
  permission: 'imports:write',
  input: z.strictObject({
    importId: z.uuid(),
    referred: z
      .array(z.string())
      .max(mostReferred)
      .optional()
      .meta({ description: 'Keys of parents that a dry run would have looked for.' }),
  }),
  // Parents are found and linked across the workspace, since they go by name.
  run: (context, input) => beyondReach(() => linkNext(context, input)),
});

async function linkNext(
  context: Context,
  { importId, referred }: { importId: string; referred?: string[] | undefined },
): Promise<{ more: boolean }> {
  const one = await lockImport(context.tx, importId);
  if (!one) throw missing('import', importId);
  if (one.status !== 'running') return { more: false };
  if (referred) {
    const there = await oldestBy(context.tx, 'accountName', referred);
    addToTally(context.tx, importId, {
      marked: 0,
      accountsCreated: referred.filter((key) => !there.has(key)).length,
    });
    return { more: false };
  }
  const links = await nextLinks(context.tx, importId, chunkSize);
  if (links.length === 0) return { more: false };
  const { found, made } = await findParents(context, one, links);
  const { sound, rings } = withoutRings(
    found,
    await parentsAbove(
      context.tx,
      found.map(({ parentId }) => parentId),
    ),
  );
  const refused = [...rings, ...(await setParents(context, sound))];
  const marked = await markRings(context, one, refused);
  addToTally(context.tx, importId, { marked, accountsCreated: made });
  const numbers = links.map((link) => link.rowNumber);
  await removeLinks(context.tx, importId, numbers);
  return { more: true };
}

async function findParents(
  context: Context,
  one: ImportRow,
  links: readonly ImportLink[],
): Promise<{ found: FoundLink[]; made: number }> {
  const parents = await oldestBy(context.tx, 'accountName', [...new Set(links.map((link) => link.nameKey))]);
  const lacking = new Map(links.filter((link) => !parents.has(link.nameKey)).map((link) => [link.nameKey, link.name]));
  const sets = [...lacking.values()].map((name) => ({ name, source: 'import' }));
  const made = await createRecords(context, account, sets, { columns: sets.map(() => ({ import_id: one.id })) });
  for (const [index, key] of [...lacking.keys()].entries()) parents.set(key, made[index]?.id ?? '');
  // Of several rows of one account the last one counts.
  const last = new Map(links.map((link) => [link.recordId, link]));
  const found = [...last.values()].map((link) => ({ ...link, parentId: parents.get(link.nameKey) ?? '' }));
  // Exports often name a company as its own parent when it has none.
  return { found: found.filter((link) => link.parentId !== link.recordId), made: made.length };
}

/** Answers the links that the accounts refuse. */
async function setParents(context: Context, links: readonly FoundLink[]): Promise<FoundLink[]> {
  const update = (some: readonly FoundLink[]) => {
    const updates = some.map((link) => ({ id: link.recordId, set: { parentAccountId: link.parentId } }));
    return updateRecords(context, account, updates, { skipMissing: true });
  };
  try {
    await update(links);
    return [];
  } catch (error) {
    if (asProblem(error).code !== 'conflict') throw error;
  }
  // A link was sound only because another one of these goes first: so one after the other.
  const refused: FoundLink[] = [];
  for (const link of links) {
    try {
      await update([link]);
    } catch (error) {
      if (asProblem(error).code !== 'conflict') throw error;
      refused.push(link);
    }
  }
  return refused;
}

/** Answers how many rows are marked that were not before. */
async function markRings(context: Context, one: ImportRow, links: readonly FoundLink[]): Promise<number> {
  if (links.length === 0) return 0;
  const column = Object.keys(one.mapping).find((name) => one.mapping[name] === 'parentAccountId') ?? 'Parent';
  const numbers = links.map((link) => link.rowNumber);
  const before = await toldNumbers(context.tx, one.id, numbers);
  insertToldRows(
    context.tx,
    one.id,
    links.map((link) => ({
      rowNumber: link.rowNumber,
      outcome: 'marked',
      reason: `${column}: '${link.name.slice(0, 80)}' stands below this account, so it cannot be its parent.`,
      cells: link.cells,
    })),
  );
  return numbers.filter((number) => !before.has(number)).length;
}

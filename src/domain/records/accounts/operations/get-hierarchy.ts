import { z } from 'zod';
import { idSchema } from '#platform/fields';
import { publicId } from '#platform/ids';
import { defineOperation, missing } from '#platform/operations';
import { treeOf } from '../rules/tree.ts';
import { ancestorsOf, descendantsOf } from '../store/hierarchy.ts';

const mostBelow = 500;
const shownId = (id: string) => publicId('ac', id);

const treeNode = z
  .looseObject({ id: z.string(), name: z.string(), children: z.array(z.unknown()) })
  .meta({ description: 'An account with those below it, each again with id, name and children.' });

export const getHierarchy = defineOperation({
  name: 'accounts.hierarchy',
  summary: 'Gets the accounts above one, nearest first, and the tree of those below it, 500 at most.',
  kind: 'read',
  permission: 'accounts:read',
  route: { method: 'GET', path: '/accounts/:id/hierarchy' },
  positional: ['id'],
  subject: 'account',
  input: z.strictObject({ id: idSchema('account') }),
  output: z.object({
    ancestors: z.array(z.object({ id: z.string(), name: z.string() })),
    tree: treeNode,
    complete: z.boolean().meta({ description: 'No account below is left out.' }),
  }),
  async run(context, { id }) {
    const [own, ...above] = await ancestorsOf(context.sql, id);
    if (!own) throw missing('account', id);
    const below = await descendantsOf(context.sql, id, mostBelow + 1);
    return {
      ancestors: above.map((one) => ({ id: shownId(one.id), name: one.name })),
      tree: treeOf(own, below.slice(0, mostBelow), shownId),
      complete: below.length <= mostBelow,
    };
  },
});

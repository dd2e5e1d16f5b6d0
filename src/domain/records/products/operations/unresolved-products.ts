import { z } from 'zod';
import { publicId } from '#platform/ids';
import { defineOperation } from '#platform/operations';
import { likelyProduct } from '../rules/totals.ts';
import { unresolvedNames } from '../store/line-items.ts';
import { allProducts } from '../store/products.ts';

const mostNames = 500;

export const unresolvedProducts = defineOperation({
  name: 'products.unresolved',
  summary: 'Lists the texts in line items that name no known product, with the product that each most likely means.',
  kind: 'read',
  permission: 'products:read',
  route: { method: 'GET', path: '/products/unresolved' },
  input: z.strictObject({}),
  output: z.object({
    data: z.array(
      z.object({
        name: z.string(),
        items: z.number(),
        suggestion: z.object({ id: z.string(), name: z.string() }).nullable(),
      }),
    ),
  }),
  async run(context) {
    const [names, products] = await Promise.all([unresolvedNames(context.sql, mostNames), allProducts(context.sql)]);
    const data = names.map(({ name, items }) => {
      const found = likelyProduct(name, products);
      return { name, items, suggestion: found ? { id: publicId('pr', found.id), name: found.name } : null };
    });
    return { data };
  },
});

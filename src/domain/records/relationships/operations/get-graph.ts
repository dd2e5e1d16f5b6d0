import { z } from 'zod';
import { may } from '#platform/actor';
import { Problem } from '#platform/errors';
import { anyIdSchema, kindsThatStandAlone, recordRef } from '#platform/fields';
import { defineOperation, missing } from '#platform/operations';
import { GrowingGraph } from '../rules/graph.ts';
import { oneStepFrom } from '../store/graph.ts';

export const getGraph = defineOperation({
  name: 'relationships.graph',
  summary: 'Gets what a record is related to, step by step: nodes and edges, built-in links included.',
  kind: 'read',
  permission: 'relationships:read',
  route: { method: 'GET', path: '/graph' },
  tool: true,
  positional: ['of'],
  input: z.strictObject({
    of: anyIdSchema(),
    depth: z.coerce
      .number()
      .int()
      .min(1)
      .max(5)
      .default(1)
      .meta({ description: 'Steps away from the record, 5 at most.' }),
    limit: z.coerce.number().int().min(1).max(1000).default(200).meta({ description: 'Nodes, 1,000 at most.' }),
  }),
  output: z.object({
    nodes: z.array(z.looseObject({ id: z.string() })),
    edges: z.array(z.looseObject({ source: z.string(), target: z.string() })),
    complete: z.boolean(),
  }),
  async run(context, { of, depth, limit }) {
    const ref = recordRef(of);
    const kinds = kindsThatStandAlone().filter((object) => may(context.actor, `${object.area}:read`));
    if (!ref || !kinds.includes(ref.object)) {
      throw new Problem('not_allowed', {
        detail: `This is the graph of a ${ref?.object.name ?? 'record'} that you may not read. An administrator can grant it.`,
      });
    }
    const graph = new GrowingGraph(limit);
    const request = { most: limit + 1, today: context.now.toISOString().slice(0, 10) };
    let frontier = [of];
    for (let step = 0; step < depth && frontier.length > 0; step += 1) {
      const ids = frontier.flatMap((id) => recordRef(id)?.id ?? []);
      const reach = await oneStepFrom(context.sql, ids, kinds, request);
      if (step === 0 && !reach.nodes.some((node) => node.id === of)) throw missing(ref.object.name, ref.id);
      const fresh = graph.grow(rootFirst(of, reach));
      frontier = fresh.filter((id) => id !== of);
    }
    return graph.whole();
  },
});

/** However small the graph may be, the record that was asked for is in it. */
function rootFirst<Reach extends { nodes: { id: string }[] }>(of: string, reach: Reach): Reach {
  return { ...reach, nodes: [...reach.nodes].sort((a, b) => Number(b.id === of) - Number(a.id === of)) };
}

import { z } from 'zod';
import { may } from '#platform/actor';
import { Problem } from '#platform/errors';
import { anyIdSchema, type ObjectType, recordRef } from '#platform/fields';
import { defineOperation, missing } from '#platform/operations';
import { kindsHere, seenBy } from '#platform/records';
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
    const kinds = (await kindsHere(context)).filter((object) => may(context.actor, `${object.area}:read`));
    if (!ref || !kinds.some((object) => isOf(ref.object, object))) {
      throw new Problem('not_allowed', {
        detail: `This is the graph of a ${ref?.object.name ?? 'record'} that you may not read. An administrator can grant it.`,
      });
    }
    const seen = await Promise.all(kinds.map(async (object) => (await seenBy(context, object)).object));
    const graph = new GrowingGraph(limit);
    const request = { most: limit + 1, today: context.now.toISOString().slice(0, 10) };
    let frontier = [of];
    let root = of;
    for (let step = 0; step < depth && frontier.length > 0; step += 1) {
      const ids = frontier.flatMap((id) => recordRef(id)?.id ?? []);
      const reach = await oneStepFrom(context.sql, ids, seen, request);
      if (step === 0) {
        // A record of a kind of the workspace is called by the prefix of that kind, whatever prefix was asked for.
        const found = reach.nodes.find((node) => recordRef(node.id)?.id === ref.id);
        if (!found) throw missing(ref.object.name, ref.id);
        root = found.id;
      }
      const fresh = graph.grow(rootFirst(root, reach));
      frontier = fresh.filter((id) => id !== root);
    }
    return graph.whole();
  },
});

/** Whether a kind is the one that an id names: that of a kind of the workspace names only what stands for all of them. */
function isOf(named: ObjectType, kind: ObjectType): boolean {
  return named === kind || (named.template && kind.objectId !== undefined);
}

/** However small the graph may be, the record that was asked for is in it. */
function rootFirst<Reach extends { nodes: { id: string }[] }>(of: string, reach: Reach): Reach {
  return { ...reach, nodes: [...reach.nodes].sort((a, b) => Number(b.id === of) - Number(a.id === of)) };
}

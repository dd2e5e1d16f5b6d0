import type { Context } from '#platform/context';
import type { Query, Sql } from '#platform/database';
import { objectNamed } from '#platform/fields';
import { listRecords } from '#platform/records';
import type { World } from '#platform/testing';

/** Asks for the plans of queries instead of their rows. */
function explaining(reader: Sql, plans: string[]): Sql {
  const explain = async (query: Query<unknown>) => {
    const wrapped = {
      compile: (builder: Parameters<typeof query.compile>[0]) => {
        const { sql: text, ...rest } = query.compile(builder);
        return { ...rest, sql: `explain ${text}` };
      },
    };
    const lines = await reader.rows<Record<string, string>>(wrapped as Query<Record<string, string>>);
    plans.push(lines.map((line) => line['QUERY PLAN']).join('\n'));
    return [];
  };
  return {
    rows: explain as Sql['rows'],
    // What a filter names is read for real, since the rest depends on it.
    first: async (query) => {
      await explain(query);
      return reader.first(query);
    },
  };
}

/** How the database reads a list, as the application's own role. */
export async function plansOfList(world: World, object: string, request: object): Promise<string> {
  const plans: string[] = [];
  const reader = world.database.reader(world.workspaceId);
  const context = { ...world, sql: reader, now: new Date(), actor: world.admin } as unknown as Context;
  // The custom fields are read for real first; they are then known for some seconds.
  await listRecords(context, objectNamed(object), { limit: 1 });
  await listRecords({ ...context, sql: explaining(reader, plans) }, objectNamed(object), { limit: 60, ...request });
  return plans.join('\n\n');
}

import { type Query, type Sql, sql } from '#platform/database';
import { type Field, type ObjectType, objectCatalogue } from '#platform/fields';
import { publicId } from '#platform/ids';
import { recordsOf } from '#platform/records';
import type { Reach } from '../rules/graph.ts';

/** The kinds whose references to one another are links of the graph: what they are for, not who works on them. */
const linked = new Set(['contact', 'account', 'deal', 'lead']);

/** `reportsToId` → `reports_to` */
function linkType(field: Field): string {
  return field.column.replace(/_id$/, '');
}

/** References of kinds that the actor may read to others of them. */
function linksAmong(kinds: readonly ObjectType[]): { object: ObjectType; field: Field }[] {
  const readable = new Set(kinds.map((object) => object.name));
  return kinds
    .filter((object) => linked.has(object.name))
    .flatMap((object) =>
      [...object.fields.values()]
        .filter(
          (field) =>
            field.type === 'reference' && !field.masked && linked.has(field.to ?? '') && readable.has(field.to ?? ''),
        )
        .map((field) => ({ object, field })),
    );
}

type Part = Query<unknown>;

const join = (parts: readonly Part[]) => sql.join(parts as Parameters<typeof sql.join>[0], sql` union all `);

/** Relationships that hold and built-in links of some records, either way, `most` a part at most; each row says of which part it is. */
function edgesOf(ids: readonly string[], kinds: readonly ObjectType[], { most, today }: GraphRequest): Part {
  const names = kinds.map(storedName);
  const related = ['from_id', 'to_id'].map(
    (
      column,
    ) => sql`(select from_type, from_id, to_type, to_id, case when type = 'custom' then label else type end as type, strength, ${sql.lit(column)} as part
      from relationships where workspace_id = kith.workspace_id() and ${sql.ref(column)} = any(${ids}::uuid[]) and deleted_at is null
        and (until is null or until >= ${today}::date) and from_type = any(${names}::text[]) and to_type = any(${names}::text[]) order by strength desc, id limit ${most})`,
  );
  const built = linksAmong(kinds).flatMap(({ object, field }) =>
    ['id', field.column].map(
      (
        column,
      ) => sql`(select ${sql.lit(object.name)}, t.id, ${sql.lit(field.to)}, t.${sql.ref(field.column)}, ${sql.lit(linkType(field))}, 50, ${sql.lit(`${object.name}.${field.name}.${column}`)}
        from ${sql.table(object.table)} t where t.workspace_id = kith.workspace_id() and t.${sql.ref(column)} = any(${ids}::uuid[])
          and t.${sql.ref(field.column)} is not null and t.deleted_at is null limit ${most})`,
    ),
  );
  return join([...related, ...built]);
}

/** What the graph tells of a record beside its name: the fields by which it is searched. */
function dataOf(object: ObjectType): Part {
  const parts = object.searched.flatMap((name) => {
    const field = object.fields.get(name);
    return field && !field.masked ? [sql`${sql.lit(name)}, t.${sql.ref(field.column)}`] : [];
  });
  return parts.length > 0 ? sql`json_strip_nulls(json_build_object(${sql.join(parts)}))` : sql`'{}'::json`;
}

/** What relationships call a kind: those of the workspace are told apart by their records alone. */
function storedName(object: ObjectType): string {
  const template = object.objectId && [...objectCatalogue().values()].find((one) => one.template);
  return template ? template.name : object.name;
}

function nodesOf(kinds: readonly ObjectType[]): Part {
  return join(
    kinds.map(
      (
        object,
      ) => sql`select t.id, ${sql.lit(object.name)} as type, t.${sql.ref(object.nameColumn)}::text as label, ${dataOf(object) as ReturnType<typeof sql>} as data
        from ${sql.table(object.table)} t where ${recordsOf(object)} and t.deleted_at is null and t.id in (select id from ends)`,
    ),
  );
}

interface Found {
  edges:
    | { from_type: string; from_id: string; to_type: string; to_id: string; type: string; strength: number }[]
    | null;
  nodes: { id: string; type: string; label: string | null; data: Record<string, unknown> }[] | null;
  cut: boolean;
}

export interface GraphRequest {
  /** Links of one sort, at most. */
  most: number;
  /** Relationships that ended before this day are left out. */
  today: string;
}

/** Everything one step away from some records (UUIDs), and the records themselves, in one query. */
export async function oneStepFrom(
  reader: Sql,
  ids: readonly string[],
  kinds: readonly ObjectType[],
  request: GraphRequest,
): Promise<Reach> {
  const found = await reader.first<Found>(sql`
    with edges (from_type, from_id, to_type, to_id, type, strength, part) as (${edgesOf(ids, kinds, request) as ReturnType<typeof sql>}),
      ends (id) as (select from_id from edges union select to_id from edges union select unnest(${ids}::uuid[])),
      nodes as (${nodesOf(kinds) as ReturnType<typeof sql>})
    select (select json_agg(e) from edges e) as edges, (select json_agg(n) from nodes n) as nodes,
      exists (select 1 from edges group by part having count(*) >= ${request.most}) as cut`);
  const prefixes = new Map(kinds.map((object) => [object.name, object.prefix]));
  const nodes = found?.nodes ?? [];
  const shown = new Map(nodes.map(({ id, type }) => [id, publicId(prefixes.get(type) ?? type, id)]));
  return {
    nodes: nodes.map(({ id, type, label, data }) => ({ id: shown.get(id) ?? id, type, label: label ?? '', data })),
    edges: (found?.edges ?? []).flatMap(({ from_id, to_id, type, strength }) => {
      const [source, target] = [shown.get(from_id), shown.get(to_id)];
      return source && target ? [{ source, target, type, strength }] : [];
    }),
    cut: found?.cut ?? false,
  };
}

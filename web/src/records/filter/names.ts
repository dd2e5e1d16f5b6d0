import { useQueries, useQuery } from '@tanstack/react-query';
import type { Field } from '../../data/catalogue.ts';
import { peopleOptions } from '../../data/people.ts';
import { recordOptions } from '../../data/records.ts';
import { findKind } from '../../kinds/index.ts';
import type { FilterNode } from './filter-tree.ts';

function idsIn(
  node: FilterNode,
  fields: ReadonlyMap<string, Field>,
  type: Field['type'],
): { id: string; to: string | undefined }[] {
  if (node.kind === 'group') return node.items.flatMap((item) => idsIn(item, fields, type));
  const field = fields.get(node.field);
  if (field?.type !== type) return [];
  const values = Array.isArray(node.value) ? node.value : [node.value];
  return values.filter((one) => typeof one === 'string' && one).map((one) => ({ id: String(one), to: field.to }));
}

/** What the people and records are called whose ids stand in a filter. */
export function useNamesIn(node: FilterNode, fields: ReadonlyMap<string, Field>): ReadonlyMap<string, string> {
  const hasUsers = idsIn(node, fields, 'user').length > 0;
  const users = useQuery({ ...peopleOptions, enabled: hasUsers }).data ?? [];
  const references = idsIn(node, fields, 'reference');
  const records = useQueries({
    queries: references.map(({ id, to }) => ({
      ...recordOptions(to ?? '', id),
      enabled: findKind(to) !== undefined,
    })),
  });
  const names = new Map(users.map((user) => [user.id, user.name]));
  for (const { data } of records) if (data) names.set(data.id, data.name);
  return names;
}

import { type Field, type ObjectName, useFields } from '../../data/catalogue.ts';
import { kindOf } from '../../kinds/index.ts';

/** What the list of a kind can be filtered by: its fields, and what else its lists are asked. */
export function useFilterFields(object: ObjectName): Field[] {
  const fields = useFields(object).filter((field) => field.filterable);
  return [...fields, ...(kindOf(object).filters ?? [])];
}

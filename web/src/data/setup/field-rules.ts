import { queryOptions, useMutation } from '@tanstack/react-query';
import { kith } from '../kith.ts';
import { queryClient } from '../query-client.ts';

/** What may be done with a field, each more than the one before. */
export const accesses = ['hidden', 'masked', 'read', 'write'] as const;
export type FieldAccess = (typeof accesses)[number];
export const classes = ['public', 'internal', 'confidential', 'restricted'] as const;
export type FieldClass = (typeof classes)[number];

export interface FieldRule {
  classes: Partial<Record<FieldClass, FieldAccess>>;
  /** By kind and field, as `contact.phone`. */
  fields: Record<string, FieldAccess>;
}

export interface FieldRules {
  roles: Record<string, FieldRule>;
  groups: Record<string, FieldRule>;
  version: number;
}

export const fieldRulesOptions = queryOptions({
  queryKey: ['field-rules'],
  queryFn: ({ signal }) => kith.access.getFieldRules<FieldRules>({}, { signal }),
});

/** Sets the rules; what an administrator's own pages show of fields stays as it is. */
export function useSetFieldRules() {
  return useMutation({
    mutationFn: ({ version, ...rules }: FieldRules) => kith.access.setFieldRules<FieldRules>(rules, { version }),
    onSuccess: (answer) => queryClient.setQueryData(fieldRulesOptions.queryKey, answer),
  });
}

import { useMutation } from '@tanstack/react-query';
import type { FieldType, ObjectName } from './catalogue.ts';
import { kith } from './kith.ts';
import { queryClient } from './query-client.ts';

export interface FieldDraft {
  name: string;
  label: string;
  description: string;
  type: FieldType;
  options: string[];
  required: boolean;
}

type CreateInput = Parameters<typeof kith.fields.create>[0];

/** What a field is about stands in tables, forms and filters: all of them ask anew. */
function refresh(object: ObjectName) {
  void queryClient.invalidateQueries({ queryKey: ['fields', object] });
}

export function useCreateField(object: ObjectName) {
  return useMutation({
    mutationFn: (draft: FieldDraft) => kith.fields.create({ ...draft, object } as CreateInput),
    onSuccess: () => refresh(object),
  });
}

export function useDeleteField(object: ObjectName) {
  return useMutation({
    mutationFn: (id: string) => kith.fields.delete({ id }),
    onSuccess: () => refresh(object),
  });
}

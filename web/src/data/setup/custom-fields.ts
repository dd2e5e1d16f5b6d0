import { queryOptions, useMutation } from '@tanstack/react-query';
import { sayFailed } from '../../ui/overlay/toast.tsx';
import type { FieldType, ObjectName } from '../catalogue.ts';
import { keptChangeSet, sayWithUndo } from '../changes.ts';
import { kith } from '../kith.ts';
import { ApiProblem } from '../problem.ts';
import { queryClient } from '../query-client.ts';

export interface Rules {
  min?: number;
  max?: number;
  minLength?: number;
  maxLength?: number;
  pattern?: string;
}

export interface Rollup {
  /** The kind of the records that are summed up, and their field that refers to the record. */
  object: string;
  by: string;
  function: 'count' | 'sum' | 'avg' | 'min' | 'max';
  of?: string;
}

/** A field with all that is said of it. */
export interface Definition {
  /** Of an added field. */
  id?: string;
  name: string;
  label: string;
  description: string;
  type: FieldType;
  to?: string;
  currency?: string;
  options?: string[];
  required: boolean;
  unique: boolean;
  default?: unknown;
  rules?: Rules;
  privacy: string;
  computed?: 'formula' | 'rollup';
  formula?: string;
  rollup?: Rollup;
  custom: boolean;
  version?: number;
  /** Its values are still being brought in step with it. */
  working?: boolean;
}

export interface DeletedField {
  id: string;
  name: string;
  label: string;
  deletedAt: string;
}

interface Definitions {
  data: Definition[];
  deleted: DeletedField[];
}

export const definitionsOptions = (object: ObjectName) =>
  queryOptions({
    queryKey: ['fields', object, 'definitions'],
    queryFn: async ({ signal }) => (await kith.fields.list({ object }, { signal })) as unknown as Definitions,
    refetchInterval: (query) => (query.state.data?.data.some((field) => field.working) ? 1_000 : false),
  });

/** What a field is about stands in tables, forms and filters: all of them ask anew. */
export function refreshFields(object: ObjectName): void {
  void queryClient.invalidateQueries({ queryKey: ['fields', object] });
}

/** What is said of a field when it is made or changed; the type and the name only when it is made. */
export interface FieldDraft {
  label: string;
  description: string;
  required: boolean;
  unique: boolean;
  options?: string[];
  rules?: Rules;
  default?: unknown;
  privacy: string;
  formula?: string;
  rollup?: Rollup;
}

export interface NewField extends FieldDraft {
  name: string;
  type: string;
  to?: string;
  currency?: string;
}

/** Makes a field, or changes the one of this id; can be taken back. */
export function useSaveField(object: ObjectName, said: (label: string) => string) {
  return useMutation({
    mutationFn: async ({ id, values }: { id?: string | undefined; values: FieldDraft | NewField }) => {
      const kept = keptChangeSet();
      if (id) await kith.call({ method: 'PATCH', path: '/fields/:id' }, { ...values, id }, kept.call);
      else await kith.call({ method: 'POST', path: '/fields/:object' }, { ...values, object }, kept.call);
      sayWithUndo(said(values.label), kept.id());
    },
    onSettled: () => refreshFields(object),
  });
}

/** Does it, says so with the way back, and says it as well when it cannot be done. */
async function doing(object: ObjectName, said: string, run: (call: object) => Promise<unknown>): Promise<void> {
  const kept = keptChangeSet();
  try {
    await run(kept.call);
    sayWithUndo(said, kept.id());
  } catch (error) {
    sayFailed(ApiProblem.from(error).detail);
  } finally {
    refreshFields(object);
  }
}

export const deleteField = (object: ObjectName, id: string, said: string) =>
  doing(object, said, (call) => kith.call({ method: 'DELETE', path: '/fields/:id' }, { id }, call));

export const restoreField = (object: ObjectName, id: string, said: string) =>
  doing(object, said, (call) => kith.call({ method: 'POST', path: '/fields/:id/restore' }, { id }, call));

export async function orderFields(object: ObjectName, names: readonly string[]): Promise<void> {
  try {
    await kith.call({ method: 'PUT', path: '/fields/:object/order' }, { object, names });
  } catch (error) {
    sayFailed(ApiProblem.from(error).detail);
  } finally {
    refreshFields(object);
  }
}

export interface Conversion {
  type: FieldType;
  values: number;
  convertible: number;
  lost: number;
  examples: { value: unknown; count: number; becomes: unknown; lost?: string }[];
}

export const convertField = (id: string, type: string, preview: boolean, call?: object) =>
  kith.call<Conversion>({ method: 'POST', path: '/fields/:id/convert' }, { id, type, preview }, call);

export interface FormulaCheck {
  valid: boolean;
  mistake?: string;
  type?: string;
  examples?: { value: unknown; because?: string }[];
  fields: { name: string; type: string }[];
  functions: { usage: string; summary: string }[];
}

/** What a formula comes to, or what is wrong with it and where. */
export const formulaOptions = (object: ObjectName, formula: string) =>
  queryOptions({
    queryKey: ['fields', object, 'formula', formula],
    queryFn: ({ signal }) =>
      kith.call<FormulaCheck>({ method: 'POST', path: '/fields/:object/formula' }, { object, formula }, { signal }),
    staleTime: 0,
  });

import { z } from 'zod';
import type { Field } from '#platform/fields';
import { publicId } from '#platform/ids';
import { defineOperation } from '#platform/operations';
import { declaredFields, objectFor, seenBy } from '#platform/records';
import { fieldAnswer, shownCustom, shownField } from '../present.ts';
import { fieldStates } from '../store/definitions.ts';

export const listFields = defineOperation({
  name: 'fields.list',
  summary:
    'Lists the fields of a kind of record, those that the workspace has added included, and those that can be restored.',
  kind: 'read',
  permission: 'fields:read',
  route: { method: 'GET', path: '/fields/:object' },
  positional: ['object'],
  input: z.strictObject({ object: z.string().max(50) }),
  output: z.looseObject({
    object: z.string(),
    label: z.string(),
    data: z.array(fieldAnswer),
    deleted: z.array(z.looseObject({ id: z.string(), name: z.string(), label: z.string() })),
  }),
  async run(context, input) {
    const object = await objectFor(context, input.object);
    const { object: seen, custom, narrowed, tellsOf } = await seenBy(context, object);
    const accessOf = ({ name }: Field) => ({
      access: narrowed.get(name) ?? 'write',
      ...(narrowed.has(name) ? { editable: false } : {}),
    });
    const states = object.extensible ? await fieldStates(context.sql, object.name) : [];
    const byId = new Map(states.map((state) => [state.id, state]));
    return {
      object: object.name,
      label: object.label,
      data: [
        ...(await declaredFields(context, seen)).map((field) => ({
          ...shownField(object.name, field),
          ...accessOf(field),
        })),
        ...[...custom.values()].map((field) => ({
          ...shownCustom(object.name, field, byId.get(field.valuesId ?? '')),
          ...accessOf(field),
        })),
      ],
      deleted: states
        .filter((state) => state.deletedAt !== null && tellsOf(`custom.${state.name}`))
        .map(({ id, name, label, deletedAt }) => ({
          id: publicId('fd', id),
          name: `custom.${name}`,
          label,
          deletedAt,
        })),
    };
  },
});

import { z } from 'zod';
import { Problem } from '#platform/errors';
import { objectCatalogue } from '#platform/fields';
import { publicId } from '#platform/ids';
import { defineOperation } from '#platform/operations';
import { forgetCustomFields } from '#platform/records';
import { insertCustomField } from '../store/custom-fields.ts';

const types = [
  'text',
  'longText',
  'integer',
  'decimal',
  'date',
  'dateTime',
  'boolean',
  'choice',
  'tags',
  'email',
  'phone',
  'url',
] as const;

export const createField = defineOperation({
  name: 'fields.create',
  summary: 'Adds a field to a kind of record; it is at once in tables, forms, imports and the API.',
  kind: 'write',
  permission: 'fields:write',
  route: { method: 'POST', path: '/fields/:object', status: 201 },
  positional: ['object'],
  input: z.strictObject({
    object: z.string().max(50),
    name: z
      .string()
      .regex(/^[a-z][A-Za-z0-9]{0,62}$/, 'begins with a small letter and has letters and digits only, as in region'),
    label: z.string().trim().min(1).max(255),
    description: z.string().max(2000).default(''),
    type: z.enum(types),
    options: z.array(z.string().trim().min(1).max(100)).max(500).default([]),
    required: z.boolean().default(false),
  }),
  problems: ['conflict'],
  async run(context, input) {
    if (!objectCatalogue().get(input.object)?.extensible) {
      throw new Problem('validation_failed', {
        detail: `Fields cannot be added to '${input.object}'.`,
        mistakes: [{ path: 'object', message: 'cannot be extended' }],
      });
    }
    if (input.type === 'choice' && input.options.length === 0) {
      throw new Problem('validation_failed', {
        detail: 'A choice needs options.',
        mistakes: [{ path: 'options', message: 'give at least one' }],
      });
    }
    const id = context.ports.ids.next();
    if (!(await insertCustomField(context, { id, ...input }))) {
      throw new Problem('conflict', {
        detail: `There is a field '${input.name}' on ${input.object} already. Choose another name.`,
      });
    }
    context.count(1);
    context.emit({ type: 'records.field.created', data: { object: input.object, name: input.name } });
    context.tx.afterCommit(() => forgetCustomFields(context.workspaceId));
    return { id: publicId('fd', id), ...input, name: `custom.${input.name}` };
  },
});

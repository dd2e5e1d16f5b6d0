import { z } from 'zod';
import { idSchema, type ObjectType } from '#platform/fields';
import { defineOperation, RawJson } from '#platform/operations';
import { fieldsInput, listInput } from './inputs.ts';
import { listRecords } from './list.ts';
import { getRecord, recordAsOf } from './read.ts';

/** `contacts.list` */
export function listOperation(object: ObjectType) {
  return defineOperation({
    name: `${object.plural}.list`,
    summary: `Lists ${object.plural}, page by page, filtered, sorted and searched.`,
    kind: 'read',
    permission: `${object.plural}:read`,
    route: { method: 'GET', path: `/${object.plural}` },
    tool: true,
    input: listInput,
    problems: ['unknown_field'],
    run: (context, input) => listRecords(context, object, input),
  });
}

/** `contacts.get` */
export function getOperation(object: ObjectType) {
  return defineOperation({
    name: `${object.plural}.get`,
    summary: `Gets one ${object.name}, as it is or as it was at a moment.`,
    kind: 'read',
    permission: `${object.plural}:read`,
    route: { method: 'GET', path: `/${object.plural}/:id` },
    tool: true,
    positional: ['id'],
    subject: object.name,
    input: z.strictObject({
      id: idSchema(object.name),
      fields: fieldsInput,
      asOf: z
        .union([z.iso.datetime({ offset: true }), z.iso.date()])
        .optional()
        .meta({ description: 'A moment in the past.' }),
    }),
    problems: ['unknown_field'],
    async run(context, input): Promise<RawJson> {
      if (input.asOf === undefined) return getRecord(context, object, input.id, { fields: input.fields });
      return new RawJson(
        JSON.stringify(await recordAsOf(context, object, input.id, new Date(input.asOf), input.fields)),
      );
    },
  });
}

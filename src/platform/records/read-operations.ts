import { z } from 'zod';
import { idSchema, type ObjectType } from '#platform/fields';
import { defineOperation, RawJson, refuseMissing } from '#platform/operations';
import { fieldsInput, listInput, objectInput, pathOf, positionalOf } from './inputs.ts';
import { listRecords } from './lists/list.ts';
import { getRecord, recordAsOf } from './read.ts';
import { objectMeant } from './workspace-object.ts';

/** `contacts.list` */
export function listOperation(object: ObjectType) {
  return defineOperation({
    name: `${object.plural}.list`,
    summary: `Lists ${object.plural}, page by page, filtered, sorted and searched.`,
    kind: 'read',
    permission: `${object.area}:read`,
    route: { method: 'GET', path: pathOf(object) },
    tool: true,
    positional: positionalOf(object),
    input: listInput.extend(objectInput(object)),
    problems: ['unknown_field'],
    run: async (context, input) => listRecords(context, await objectMeant(context, object, input), input),
  });
}

interface Related {
  /** As `accounts.contacts`. */
  name: string;
  summary: string;
  path: string;
  /** The object whose record `:id` names, and the field that refers to it. */
  of: string;
  field: string;
}

/** `accounts.contacts`: a list of those records that refer to one. */
export function listRelatedOperation(object: ObjectType, { name, summary, path, of, field }: Related) {
  return defineOperation({
    name,
    summary,
    kind: 'read',
    permission: `${object.area}:read`,
    route: { method: 'GET', path },
    positional: ['id'],
    subject: of,
    answersPage: object.name,
    input: listInput.extend({ id: idSchema(of) }),
    problems: ['unknown_field'],
    async run(context, { id, filter, ...request }): Promise<RawJson> {
      await refuseMissing(of, id, context.sql);
      const related = { [field]: { eq: id } };
      return listRecords(context, object, {
        ...request,
        filter: filter === undefined ? related : { and: [related, filter] },
      });
    },
  });
}

/** `contacts.get` */
export function getOperation(object: ObjectType) {
  return defineOperation({
    name: `${object.plural}.get`,
    summary: `Gets one ${object.name}, as it is or as it was at a moment.`,
    kind: 'read',
    permission: `${object.area}:read`,
    route: { method: 'GET', path: `${pathOf(object)}/:id` },
    tool: true,
    positional: positionalOf(object, 'id'),
    subject: object.name,
    input: z.strictObject({
      ...objectInput(object),
      id: idSchema(object.name),
      fields: fieldsInput,
      asOf: z
        .union([z.iso.datetime({ offset: true }), z.iso.date()])
        .optional()
        .meta({ description: 'A moment in the past.' }),
    }),
    problems: ['unknown_field'],
    async run(context, input): Promise<RawJson> {
      const meant = await objectMeant(context, object, input);
      if (input.asOf === undefined) return getRecord(context, meant, input.id, { fields: input.fields });
      return new RawJson(
        JSON.stringify(await recordAsOf(context, meant, input.id, new Date(input.asOf), input.fields)),
      );
    },
  });
}

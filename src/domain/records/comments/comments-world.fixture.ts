import '#domain/identity';
import '#domain/records/accounts';
import { expect } from 'vitest';
import type { z } from 'zod';
import { contact } from '#domain/records/contacts';
import type { Actor } from '#platform/actor';
import { sql } from '#platform/database';
import { objectNamed } from '#platform/fields';
import { parseId } from '#platform/ids';
import type { Operation } from '#platform/operations';
import { createOperation } from '#platform/records';
import { type Answer, testWorld, type World } from '#platform/testing';
import './module.ts';
import { createComment } from './operations/create-comment.ts';

export interface CommentsWorld extends World {
  person(values?: object): Promise<Answer>;
  colleague(name: string): Promise<{ id: string; actor: Actor }>;
  /** A comment on a record, or on a new person. */
  say(values?: object, actor?: Actor): Promise<Answer>;
  /** What events of a type say, oldest first. */
  told(type: string): Promise<Answer[]>;
  refuses<Input extends z.ZodType>(operation: Operation<Input, unknown>, input: object): Promise<void>;
}

export async function commentsWorld(): Promise<CommentsWorld> {
  const world = await testWorld();
  const { run } = world;
  const person: CommentsWorld['person'] = (values = {}) =>
    run(createOperation(contact), { firstName: 'Ana', ...values } as never);
  return {
    ...world,
    person,
    async colleague(name) {
      const values = { name, email: `${name.toLowerCase()}@acme.example`, role: 'rep' };
      const { id } = await run(createOperation(objectNamed('user')), values as never);
      return {
        id,
        actor: {
          ...world.actorWith('comments:read', 'comments:write', 'comments:delete', 'contacts:read'),
          id: parseId('us', id),
          name,
        },
      };
    },
    async say(values = {}, actor = world.admin) {
      const on = 'recordId' in values ? {} : { recordId: (await person()).id };
      return run(createComment, { body: 'Called, wants pricing', ...on, ...values } as never, { actor });
    },
    async told(type) {
      const rows = await world.database
        .reader(world.workspaceId)
        .rows<{ data: Answer }>(sql`select data from events where type = ${type} order by events.xid, id`);
      return rows.map((row) => row.data);
    },
    async refuses(operation, input) {
      const actions = ['read', 'write', 'delete'].map((action) => `comments:${action}`);
      const lacking = world.actorWith(...actions.filter((one) => one !== operation.permission), 'contacts:read');
      const call = (given: object, actor = world.admin) => run(operation, given as never, { actor });
      await expect(call(input, lacking)).rejects.toMatchObject({ code: 'not_allowed' });
      await expect(call({ ...input, colour: 'red' })).rejects.toMatchObject({ code: 'validation_failed' });
    },
  };
}

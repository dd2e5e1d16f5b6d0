import '#domain/identity';
import { expect } from 'vitest';
import { z } from 'zod';
import { account } from '#domain/records/accounts';
import { contact } from '#domain/records/contacts';
import { parseId } from '#platform/ids';
import { defineOperation, type Operation } from '#platform/operations';
import { createOperation, undoChangeSet } from '#platform/records';
import { type Answer, testWorld, type World } from '#platform/testing';
import './module.ts';
import { createList } from './operations/create-list.ts';
import { listMembers } from './operations/list-members.ts';

const takeBack = defineOperation({
  name: 'test.takeBack',
  summary: 'Takes back.',
  kind: 'write',
  permission: 'test:write',
  input: z.strictObject({ id: z.string() }),
  run: (context, { id }) => undoChangeSet(context, parseId('cs', id)),
});

export interface ListsWorld extends World {
  person(firstName: string, values?: object): Promise<Answer>;
  company(): Promise<Answer>;
  make(values?: object): Promise<Answer>;
  /** First names of the people on a list. */
  members(id: string, more?: object): Promise<string[]>;
  undo(changeSetId: string): Promise<Answer>;
  refuses<Input extends z.ZodType>(operation: Operation<Input, unknown>, input: object): Promise<void>;
}

export async function listsWorld(): Promise<ListsWorld> {
  const world = await testWorld();
  const { run } = world;
  return {
    ...world,
    person: (firstName, values = {}) => run(createOperation(contact), { firstName, ...values } as never),
    company: () => run(createOperation(account), { name: 'Works' } as never),
    make: (values = {}) => run(createList, { name: 'Fair', object: 'contact', ...values } as never),
    async members(id, more = {}) {
      const { data } = await run(listMembers, { id, sort: 'name', ...more });
      return data.map((one: { firstName: string }) => one.firstName);
    },
    undo: (changeSetId) => run(takeBack, { id: changeSetId }),
    async refuses(operation, input) {
      const actions = ['read', 'write', 'delete'].map((action) => `lists:${action}`);
      const lacking = world.actorWith(...actions.filter((one) => one !== operation.permission), 'contacts:read');
      const call = (given: object, actor = world.admin) => run(operation, given as never, { actor });
      await expect(call(input, lacking)).rejects.toMatchObject({ code: 'not_allowed' });
      await expect(call({ ...input, colour: 'red' })).rejects.toMatchObject({ code: 'validation_failed' });
    },
  };
}

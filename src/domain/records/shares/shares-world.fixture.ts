import '#domain/identity';
import '#domain/records/accounts';
import { expect } from 'vitest';
import type { z } from 'zod';
import { contact } from '#domain/records/contacts';
import type { Actor } from '#platform/actor';
import { objectNamed } from '#platform/fields';
import { parseId } from '#platform/ids';
import type { Operation } from '#platform/operations';
import { createOperation, listOperation } from '#platform/records';
import { type Answer, testWorld, type World } from '#platform/testing';
import './module.ts';
import { createShare } from './operations/create-share.ts';

export interface SharesWorld extends World {
  person(values?: object): Promise<Answer>;
  colleague(name: string): Promise<{ id: string; actor: Actor }>;
  /** Shares a record, or a new person. */
  make(values?: object): Promise<Answer>;
  /** First names of the contacts that are shared with an actor. */
  sharedWith(actor: Actor, operand?: string): Promise<string[]>;
  refuses<Input extends z.ZodType>(operation: Operation<Input, unknown>, input: object): Promise<void>;
}

export async function sharesWorld(now: () => Date): Promise<SharesWorld> {
  const world = await testWorld({ clock: { now } });
  const { run } = world;
  const person: SharesWorld['person'] = (values = {}) =>
    run(createOperation(contact), { firstName: 'Ana', ...values } as never);
  return {
    ...world,
    person,
    async colleague(name) {
      const values = { name, email: `${name.toLowerCase()}@acme.example`, role: 'rep' };
      const { id } = await run(createOperation(objectNamed('user')), values as never);
      return { id, actor: { ...world.actorWith('shares:read', 'contacts:read'), id: parseId('us', id), name } };
    },
    async make(values = {}) {
      const on = 'recordId' in values ? {} : { recordId: (await person()).id };
      return run(createShare, { ...on, ...values } as never);
    },
    async sharedWith(actor, operand = 'me') {
      const filter = { sharedWith: { eq: operand } };
      const { data } = await run(listOperation(contact), { filter, sort: 'name' }, { actor });
      return data.map((one: { firstName: string }) => one.firstName);
    },
    async refuses(operation, input) {
      const actions = ['read', 'write', 'delete'].map((action) => `shares:${action}`);
      const lacking = world.actorWith(...actions.filter((one) => one !== operation.permission), 'contacts:read');
      const call = (given: object, actor = world.admin) => run(operation, given as never, { actor });
      await expect(call(input, lacking)).rejects.toMatchObject({ code: 'not_allowed' });
      await expect(call({ ...input, colour: 'red' })).rejects.toMatchObject({ code: 'validation_failed' });
    },
  };
}

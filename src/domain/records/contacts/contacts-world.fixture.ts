import '#domain/identity';
import '#domain/records/accounts';
import { expect } from 'vitest';
import type { z } from 'zod';
import type { Operation } from '#platform/operations';
import { type Answer, testWorld, type World } from '#platform/testing';
import './module.ts';
import { createContact } from './operations/create-contact.ts';

export interface ContactsWorld extends World {
  make(values?: object): Promise<Answer>;
  /** That an operation is refused without its permission, with input that it does not know, and to another workspace (`strange` when it answers that one with nothing). */
  refuses<Input extends z.ZodType>(
    operation: Operation<Input, unknown>,
    input: object,
    strange?: 'strange',
  ): Promise<void>;
}

export async function contactsWorld(): Promise<ContactsWorld> {
  const world = await testWorld();
  return {
    ...world,
    make: (values = {}) => world.run(createContact, { ...{ firstName: 'Ana', lastName: 'Silva' }, ...values } as never),
    async refuses(operation, input, strange) {
      const area = operation.permission.split(':')[0];
      const actions = ['read', 'write', 'delete', 'export'].map((action) => `${area}:${action}`);
      const lacking = world.actorWith(...actions.filter((permission) => permission !== operation.permission));
      const call = (given: object, actor = world.admin) => world.run(operation, given as never, { actor });
      await expect(call(input, lacking)).rejects.toMatchObject({ code: 'not_allowed' });
      await expect(call({ ...input, colour: 'red' })).rejects.toMatchObject({ code: 'validation_failed' });
      if (!strange) await expect(call(input, world.stranger)).rejects.toMatchObject({ code: 'not_found' });
    },
  };
}

import '#domain/identity';
import { expect } from 'vitest';
import type { z } from 'zod';
import { account } from '#domain/records/accounts';
import { contact } from '#domain/records/contacts';
import type { Operation } from '#platform/operations';
import { createOperation } from '#platform/records';
import { type Answer, testWorld, type World } from '#platform/testing';
import './module.ts';
import { createRelationship } from './operations/create-relationship.ts';

export interface RelationshipsWorld extends World {
  person(firstName: string, values?: object): Promise<Answer>;
  company(name: string, values?: object): Promise<Answer>;
  /** Relates two new people, or what the values say. */
  make(values?: object): Promise<Answer>;
  refuses<Input extends z.ZodType>(operation: Operation<Input, unknown>, input: object): Promise<void>;
}

export async function relationshipsWorld(): Promise<RelationshipsWorld> {
  const world = await testWorld();
  const { run } = world;
  const person: RelationshipsWorld['person'] = (firstName, values = {}) =>
    run(createOperation(contact), { firstName, ...values } as never);
  return {
    ...world,
    person,
    company: (name, values = {}) => run(createOperation(account), { name, ...values } as never),
    async make(values = {}) {
      const ends = 'fromId' in values ? {} : { fromId: (await person('Ana')).id, toId: (await person('Bo')).id };
      return run(createRelationship, { type: 'works_with', ...ends, ...values } as never);
    },
    async refuses(operation, input) {
      const actions = ['read', 'write', 'delete'].map((action) => `relationships:${action}`);
      const lacking = world.actorWith(
        ...actions.filter((permission) => permission !== operation.permission),
        'contacts:read',
        'accounts:read',
      );
      const call = (given: object, actor = world.admin) => run(operation, given as never, { actor });
      await expect(call(input, lacking)).rejects.toMatchObject({ code: 'not_allowed' });
      await expect(call({ ...input, colour: 'red' })).rejects.toMatchObject({ code: 'validation_failed' });
    },
  };
}

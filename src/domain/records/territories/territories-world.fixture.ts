import '#domain/identity';
import '#domain/records/leads';
import { expect } from 'vitest';
import type { z } from 'zod';
import { objectNamed } from '#platform/fields';
import type { Operation } from '#platform/operations';
import { createOperation } from '#platform/records';
import { type Answer, testWorld, type World } from '#platform/testing';
import { createTerritory } from './operations/create-territory.ts';

export interface TerritoriesWorld extends World {
  /** Somebody who may sign in. */
  user(name?: string): Promise<Answer>;
  make(values?: object): Promise<Answer>;
  /** That an operation is refused without its permission, with input that it does not know, and to another workspace (`strange` when it answers that one with nothing). */
  refuses<Input extends z.ZodType>(
    operation: Operation<Input, unknown>,
    input: object,
    strange?: 'strange',
  ): Promise<void>;
}

export async function territoriesWorld(): Promise<TerritoriesWorld> {
  const world = await testWorld();
  const createUser = createOperation(objectNamed('user'));
  return {
    ...world,
    user: (name = 'Bo Berg') =>
      world.run(createUser, { name, email: `${world.ports.ids.next()}@example.com` } as never),
    make: (values = {}) => world.run(createTerritory, { name: 'Nord', match: { country: ['DE'] }, ...values } as never),
    async refuses(operation, input, strange) {
      const lacking = world.actorWith('contacts:*', 'leads:read');
      const call = (given: object, actor = world.admin) => world.run(operation, given as never, { actor });
      await expect(call(input, lacking)).rejects.toMatchObject({ code: 'not_allowed' });
      await expect(call({ ...input, colour: 'red' })).rejects.toMatchObject({ code: 'validation_failed' });
      if (!strange) await expect(call(input, world.stranger)).rejects.toMatchObject({ code: 'not_found' });
    },
  };
}

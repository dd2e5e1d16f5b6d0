import '#domain/identity';
import { expect } from 'vitest';
import type { z } from 'zod';
import { lead } from '#domain/records/leads';
import { territory } from '#domain/records/territories';
import { objectNamed } from '#platform/fields';
import type { Operation } from '#platform/operations';
import { createOperation } from '#platform/records';
import { type Answer, testWorld, type World } from '#platform/testing';
import { createRule } from './operations/create-rule.ts';

export interface RoutingWorld extends World {
  /** Somebody who may sign in. */
  user(name?: string): Promise<Answer>;
  make(values?: object): Promise<Answer>;
  /** A lead as it comes in. */
  capture(values?: object): Promise<Answer>;
  makeTerritory(values: object): Promise<Answer>;
  /** That an operation is refused without its permission, with input that it does not know, and to another workspace (`strange` when it answers that one with nothing). */
  refuses<Input extends z.ZodType>(
    operation: Operation<Input, unknown>,
    input: object,
    strange?: 'strange',
  ): Promise<void>;
}

export async function routingWorld(): Promise<RoutingWorld> {
  const world = await testWorld();
  const createUser = createOperation(objectNamed('user'));
  const user = (name = 'Bo Berg') =>
    world.run(createUser, { name, email: `${world.ports.ids.next()}@example.com` } as never);
  return {
    ...world,
    user,
    async make(values = {}) {
      const action = 'action' in values ? {} : { action: { kind: 'owner', userId: (await user()).id } };
      return world.run(createRule, { name: 'All', ...action, ...values } as never);
    },
    capture: (values = {}) => world.run(createOperation(lead), { lastName: 'Silva', ...values } as never),
    makeTerritory: (values) => world.run(createOperation(territory), values as never),
    async refuses(operation, input, strange) {
      const lacking = world.actorWith('contacts:*', 'leads:write');
      const call = (given: object, actor = world.admin) => world.run(operation, given as never, { actor });
      await expect(call(input, lacking)).rejects.toMatchObject({ code: 'not_allowed' });
      await expect(call({ ...input, colour: 'red' })).rejects.toMatchObject({ code: 'validation_failed' });
      if (!strange) await expect(call(input, world.stranger)).rejects.toMatchObject({ code: 'not_found' });
    },
  };
}

import '#domain/identity';
import { lead } from '#domain/records/leads';
import { territory } from '#domain/records/territories';
import { objectNamed } from '#platform/fields';
import { createOperation } from '#platform/records';
import { type Answer, type Refuses, refusalsIn, testWorld, type World } from '#platform/testing';
import { createRule } from './operations/create-rule.ts';

export interface RoutingWorld extends World {
  /** Somebody who may sign in. */
  user(name?: string): Promise<Answer>;
  make(values?: object): Promise<Answer>;
  /** A lead as it comes in. */
  capture(values?: object): Promise<Answer>;
  makeTerritory(values: object): Promise<Answer>;
  refuses: Refuses;
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
    refuses: refusalsIn(world),
  };
}

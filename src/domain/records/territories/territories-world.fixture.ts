import '#domain/identity';
import '#domain/records/leads';
import { objectNamed } from '#platform/fields';
import { createOperation } from '#platform/records';
import { type Answer, type Refuses, refusalsIn, testWorld, type World } from '#platform/testing';
import { createTerritory } from './operations/create-territory.ts';

export interface TerritoriesWorld extends World {
  /** Somebody who may sign in. */
  user(name?: string): Promise<Answer>;
  make(values?: object): Promise<Answer>;
  refuses: Refuses;
}

export async function territoriesWorld(): Promise<TerritoriesWorld> {
  const world = await testWorld();
  const createUser = createOperation(objectNamed('user'));
  return {
    ...world,
    user: (name = 'Bo Berg') =>
      world.run(createUser, { name, email: `${world.ports.ids.next()}@example.com` } as never),
    make: (values = {}) => world.run(createTerritory, { name: 'Nord', match: { country: ['DE'] }, ...values } as never),
    refuses: refusalsIn(world),
  };
}

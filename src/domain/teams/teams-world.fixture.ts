import '#domain/identity';
import { objectNamed } from '#platform/fields';
import { createOperation } from '#platform/records';
import { type Answer, type Refuses, refusalsIn, testWorld, type World } from '#platform/testing';
import { createTeam } from './operations/create-team.ts';

export interface TeamsWorld extends World {
  /** Somebody who may sign in. */
  user(values?: object): Promise<Answer>;
  make(values?: object): Promise<Answer>;
  refuses: Refuses;
}

export async function teamsWorld(): Promise<TeamsWorld> {
  const world = await testWorld();
  const createUser = createOperation(objectNamed('user'));
  return {
    ...world,
    user: (values = {}) =>
      world.run(createUser, { name: 'Bo Berg', email: `${world.ports.ids.next()}@example.com`, ...values } as never),
    make: (values = {}) => world.run(createTeam, { name: 'North', ...values } as never),
    refuses: refusalsIn(world),
  };
}

import '#domain/identity';
import { contact } from '#domain/records/contacts';
import { createOperation } from '#platform/records';
import { objectNamed } from '#platform/fields';
import { type Actor } from '#platform/actor';
import { parseId } from '#platform/ids';
import { type Answer, testWorld, type World } from '#platform/testing';
import './module.ts';

export interface FollowsWorld extends World {
  person(values?: object): Promise<Answer>;
  /** A new user, and the actor that they are. */
  colleague(name: string): Promise<{ id: string; actor: Actor }>;
}

export async function followsWorld(): Promise<FollowsWorld> {
  const world = await testWorld();
  return {
    ...world,
    person: (values = {}) => world.run(createOperation(contact), { firstName: 'Ana', ...values } as never),
    async colleague(name) {
      const values = { name, email: `${name.toLowerCase()}@acme.example`, role: 'rep' };
      const { id } = await world.run(createOperation(objectNamed('user')), values as never);
      return { id, actor: { ...world.admin, id: parseId('us', id), name } };
    },
  };
}

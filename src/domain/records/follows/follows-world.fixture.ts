import '#domain/identity';
import '#domain/records/accounts';
import { contact } from '#domain/records/contacts';
import type { Actor } from '#platform/actor';
import { objectNamed } from '#platform/fields';
import { parseId } from '#platform/ids';
import { createOperation } from '#platform/records';
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

import '#domain/identity';
import '#domain/records/territories';
import '#domain/records/shares';
import './module.ts';
import { account } from '#domain/records/accounts';
import { contact } from '#domain/records/contacts';
import { deal } from '#domain/records/deals';
import { lead } from '#domain/records/leads';
import type { Actor } from '#platform/actor';
import { type ObjectType, objectNamed } from '#platform/fields';
import { parseId } from '#platform/ids';
import { createOperation, getOperation, listOperation, updateOperation } from '#platform/records';
import { type Answer, testWorld, type World } from '#platform/testing';

export interface Person extends Actor {
  publicId: string;
}

export interface AccessWorld extends World {
  /** Somebody who may do everything with records that a role reaches. */
  person(role: string, values?: object): Promise<Person>;
  team(values: object): Promise<Answer>;
  make(object: ObjectType, values: object, actor?: Actor): Promise<Answer>;
  /** How a record answers somebody: 200, or the code of the refusal. */
  reads(actor: Actor, object: ObjectType, id: string): Promise<string>;
  writes(actor: Actor, object: ObjectType, id: string): Promise<string>;
  /** The names of those in the list of a kind, with the count beside them. */
  listed(actor: Actor, object: ObjectType, request?: object): Promise<string[]>;
}

export const kinds = { contact, account, deal, lead };

export async function accessWorld(): Promise<AccessWorld> {
  const world = await testWorld();
  const { run } = world;
  const answer = async (call: Promise<unknown>) =>
    call.then(
      () => 'ok',
      (error) => String((error as { code?: string }).code ?? error),
    );
  const idOf = async () => world.ports.ids.next();
  return {
    ...world,
    async person(role, values = {}) {
      const email = `${await idOf()}@example.com`;
      const { id } = await run(createOperation(objectNamed('user')), { name: role, email, role, ...values } as never);
      return { ...world.admin, id: parseId('us', id), publicId: id, role, name: role };
    },
    team: (values) => run(createOperation(objectNamed('team')), values as never),
    make: (object, values, actor = world.admin) => run(createOperation(object), values as never, { actor }),
    reads: (actor, object, id) => answer(run(getOperation(object), { id }, { actor })),
    writes: (actor, object, id) => answer(run(updateOperation(object), { id, tags: ['x'] } as never, { actor })),
    async listed(actor, object, request = {}) {
      const page = await run(listOperation(object), { sort: 'name', count: 'exact', ...request }, { actor });
      const names = page.data.map((one: { name: string }) => one.name);
      if (page.page.total !== undefined && !page.page.next && names.length !== page.page.total)
        throw new Error(`${names.length} are listed and ${page.page.total} counted.`);
      return names;
    },
  };
}

import '#domain/identity';
import '#domain/records/accounts';
import '#domain/records/contacts';
import { expect } from 'vitest';
import type { z } from 'zod';
import { customFieldsModule } from '#domain/records/custom-fields';
import type { Operation } from '#platform/operations';
import { type Answer, testWorld, type World } from '#platform/testing';
import './module.ts';
import { createObject } from './operations/create-object.ts';
import { createRecord } from './operations/create-record.ts';

const createField = customFieldsModule.operations?.find((one) => one.name === 'fields.create');

export interface ObjectsWorld extends World {
  /** Makes a record of the kind `project`. */
  make(values?: object): Promise<Answer>;
  addField(field: object): Promise<Answer>;
  code(promise: Promise<unknown>): Promise<string>;
  /** That an operation is refused without its permission, with input that it does not know, and to another workspace. */
  refuses<Input extends z.ZodType>(operation: Operation<Input, unknown>, input: object): Promise<void>;
}

/** A workspace that has made the kind of record `project`, with the fields `stage`, `budget` and `client`. */
export async function objectsWorld(): Promise<ObjectsWorld> {
  const world = await testWorld();
  const { run } = world;
  await run(createObject, { name: 'project', label: 'Project', description: 'What we do.' } as never);
  const addField = (field: object) =>
    run(createField as never, { object: 'project', label: 'Field', ...field } as never) as Promise<Answer>;
  await addField({ name: 'stage', type: 'choice', options: ['idea', 'running'] });
  await addField({ name: 'budget', type: 'money', currency: 'EUR' });
  await addField({ name: 'client', type: 'relation', to: 'account' });
  return {
    ...world,
    addField,
    make: (values = {}) => run(createRecord, { object: 'project', name: 'Apollo', ...values } as never),
    code: (promise) =>
      promise.then(
        () => 'done',
        (error: { code?: string }) => String(error.code ?? error),
      ),
    async refuses(operation, input) {
      const area = operation.permission.split(':')[0];
      const actions = ['read', 'write', 'delete', 'export'].map((action) => `${area}:${action}`);
      const lacking = world.actorWith(...actions.filter((permission) => permission !== operation.permission));
      const call = (given: object, actor = world.admin) => world.run(operation, given as never, { actor });
      await expect(call(input, lacking)).rejects.toMatchObject({ code: 'not_allowed' });
      await expect(call({ ...input, colour: 'red' })).rejects.toMatchObject({ code: 'validation_failed' });
      await expect(call(input, world.stranger)).rejects.toMatchObject({ code: 'not_found' });
    },
  };
}

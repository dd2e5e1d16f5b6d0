import '#domain/identity';
import type { z } from 'zod';
import { account } from '#domain/records/accounts';
import { contact } from '#domain/records/contacts';
import type { ObjectType } from '#platform/fields';
import type { Job } from '#platform/jobs';
import { createOperation, getOperation, listOperation, updateOperation } from '#platform/records';
import { type Answer, testWorld, type World } from '#platform/testing';
import './module.ts';
import { createField } from './operations/create-field.ts';

export interface FieldsWorld extends World {
  addField(field: object, call?: Parameters<World['run']>[2]): Promise<Answer>;
  make(object: ObjectType, values: object): Promise<Answer>;
  change(object: ObjectType, id: string, values: object): Promise<Answer>;
  get(object: ObjectType, id: string): Promise<Answer>;
  list(object: ObjectType, request: object): Promise<Answer[]>;
  /** Runs a job to its end, as the worker would. */
  work<Input extends z.ZodType>(job: Job<Input>, input: z.output<Input>): Promise<void>;
  code(promise: Promise<unknown>): Promise<string>;
}

/** A workspace with contacts and accounts to add fields to. */
export async function fieldsWorld(options?: Parameters<typeof testWorld>[0]): Promise<FieldsWorld> {
  const world = await testWorld(options);
  const { run } = world;
  return {
    ...world,
    addField: (field, call) => run(createField, { object: 'contact', label: 'Field', ...field } as never, call),
    make: (object, values) => run(createOperation(object), values as never),
    change: (object, id, values) => run(updateOperation(object), { id, ...values } as never),
    get: (object, id) => run(getOperation(object), { id }),
    list: async (object, request) => (await run(listOperation(object), request)).data,
    async work(job, input) {
      const { signal } = new AbortController();
      const { ports, workspaceId, admin: actor } = world;
      await job.run({ ports, workspaceId, actor, signal, jobId: '1', attempt: 1 }, input);
    },
    code: (promise) =>
      promise.then(
        () => 'done',
        (error: { code?: string }) => String(error.code ?? error),
      ),
  };
}

export { account, contact };

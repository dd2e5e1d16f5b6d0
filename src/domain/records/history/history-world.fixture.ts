import '#domain/identity';
import './module.ts';
import { account } from '#domain/records/accounts';
import { activity } from '#domain/records/activities';
import { contact } from '#domain/records/contacts';
import type { ObjectType } from '#platform/fields';
import { createOperation, updateOperation } from '#platform/records';
import { type Answer, testWorld, type World } from '#platform/testing';
import { latestChange } from './operations/latest-change.ts';

export interface HistoryWorld extends World {
  makeContact(values?: object): Promise<Answer>;
  makeAccount(values?: object): Promise<Answer>;
  logActivity(values: object): Promise<Answer>;
  /** Changes a record, and answers with the id of the change set. */
  change(object: ObjectType, values: { id: string; [field: string]: unknown }): Promise<string>;
  code(promise: Promise<unknown>): Promise<string>;
}

export async function historyWorld(): Promise<HistoryWorld> {
  const world = await testWorld();
  const { run } = world;
  return {
    ...world,
    makeContact: (values = {}) => run(createOperation(contact), { firstName: 'Ana', ...values } as never),
    makeAccount: (values = {}) => run(createOperation(account), { name: 'Ada GmbH', ...values } as never),
    logActivity: (values) => run(createOperation(activity), { type: 'call', ...values } as never),
    async change(object, values) {
      await run(updateOperation(object), values as never);
      return (await run(latestChange, {})).changeSet.id;
    },
    code: (promise) =>
      promise.then(
        () => 'done',
        (error: { code?: string }) => String(error.code ?? error),
      ),
  };
}

import '#domain/identity';
import './module.ts';
import { z } from 'zod';
import { account } from '#domain/records/accounts';
import { contact } from '#domain/records/contacts';
import type { Values } from '#platform/changes';
import { parseId } from '#platform/ids';
import { defineOperation } from '#platform/operations';
import { createOperation, createRecords, deleteOperation, restoreOperation, updateOperation } from '#platform/records';
import { type Answer, testWorld, type World } from '#platform/testing';
import { suggestDuplicates } from './handlers/suggest-duplicates.ts';
import { listDuplicates } from './operations/list-duplicates.ts';

export const createAccount = createOperation(account);
const createContact = createOperation(contact);
export const updateContact = updateOperation(contact);
export const deleteContact = deleteOperation(contact);
export const restoreContact = restoreOperation(contact);

/** Writes many contacts at once, as an import does: without asking who is known already. */
export const createMany = defineOperation({
  name: 'test.createMany',
  summary: 'Creates many contacts.',
  kind: 'write',
  permission: 'contacts:write',
  input: z.strictObject({ sets: z.array(z.record(z.string(), z.unknown())) }),
  async run(context, { sets }) {
    const made = await createRecords(context, contact, sets);
    return made.map((one) => one.id);
  },
});

export interface DuplicatesWorld extends World {
  person(values: Values): Promise<Answer>;
  /** Lets the handler hear what has happened. */
  settle(): Promise<void>;
  /** The open suggestions of a contact, or all: the other ids and why. */
  suggested(recordId?: string): Promise<[first: string, second: string, reasons: string[]][]>;
}

export async function duplicatesWorld(): Promise<DuplicatesWorld> {
  const world = await testWorld();
  return {
    ...world,
    person: (values) => world.run(createContact, values),
    settle: () => world.handle(suggestDuplicates),
    async suggested(recordId) {
      if (recordId) parseId('ct', recordId);
      const { data } = await world.run(listDuplicates, { recordId, limit: 200 });
      return data.map((one: Answer) => [one.first.id, one.second.id, one.reasons]);
    },
  };
}

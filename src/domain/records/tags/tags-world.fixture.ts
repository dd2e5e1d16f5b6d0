import '#domain/identity';
import { expect } from 'vitest';
import { z } from 'zod';
import { account } from '#domain/records/accounts';
import { contact } from '#domain/records/contacts';
import { defineOperation, type Operation } from '#platform/operations';
import { createOperation } from '#platform/records';
import { type Answer, testWorld, type World } from '#platform/testing';
import './module.ts';
import { listTags } from './operations/list-tags.ts';
import { foldMoves } from './store/tag-counts.ts';

export interface TagsWorld extends World {
  person(...tags: string[]): Promise<Answer>;
  company(...tags: string[]): Promise<Answer>;
  /** How many records bear each tag. */
  uses(): Promise<Record<string, number>>;
  /** Folds all lines into the numbers. */
  fold(): Promise<void>;
  refuses<Input extends z.ZodType>(operation: Operation<Input, unknown>, input: object): Promise<void>;
}

const foldAll = defineOperation({
  name: 'test.foldTags',
  summary: 'Folds all lines.',
  kind: 'write',
  permission: 'tags:write',
  input: z.strictObject({}),
  async run(context) {
    await foldMoves(context.tx, 100_000);
    return null;
  },
});

export async function tagsWorld(): Promise<TagsWorld> {
  const world = await testWorld();
  const { run } = world;
  return {
    ...world,
    person: (...tags) => run(createOperation(contact), { firstName: 'Ana', tags } as never),
    company: (...tags) => run(createOperation(account), { name: 'Works', tags } as never),
    async uses() {
      const { data } = await run(listTags, { limit: 1000 });
      return Object.fromEntries(data.map((one: { tag: string; records: number }) => [one.tag, one.records]));
    },
    async fold() {
      await run(foldAll, {});
    },
    async refuses(operation, input) {
      const call = (given: object, actor = world.admin) => run(operation, given as never, { actor });
      for (const lacking of [
        world.actorWith('contacts:write', 'accounts:write'),
        world.actorWith('tags:*', 'contacts:*'),
      ])
        await expect(call(input, lacking)).rejects.toMatchObject({ code: 'not_allowed' });
      await expect(call({ ...input, colour: 'red' })).rejects.toMatchObject({ code: 'validation_failed' });
    },
  };
}

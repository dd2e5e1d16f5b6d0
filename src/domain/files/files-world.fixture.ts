import '#domain/identity';
import '#domain/records/accounts';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { expect } from 'vitest';
import { z } from 'zod';
import { contact } from '#domain/records/contacts';
import type { Actor } from '#platform/actor';
import type { Ports } from '#platform/context';
import { objectNamed } from '#platform/fields';
import { parseId } from '#platform/ids';
import { defineOperation, type FileAnswer, type Operation, takeIn } from '#platform/operations';
import { createOperation, undoChangeSet } from '#platform/records';
import { type Answer, testWorld, type World } from '#platform/testing';
import './module.ts';
import { downloadFile } from './operations/download-file.ts';
import { uploadFile } from './operations/upload-file.ts';

const takeBack = defineOperation({
  name: 'test.takeBack',
  summary: 'Takes back.',
  kind: 'write',
  permission: 'test:write',
  input: z.strictObject({ id: z.string() }),
  run: (context, { id }) => undoChangeSet(context, id),
});

export interface FilesWorld extends World {
  person(): Promise<Answer>;
  colleague(name: string): Promise<{ id: string; actor: Actor }>;
  /** Puts a content on a record, or on a new person, as a surface does. */
  upload(content: string | Buffer, values?: object, call?: object): Promise<Answer>;
  /** The content of a file. */
  read(id: string, more?: object, actor?: Actor): Promise<string>;
  undo(changeSetId: string): Promise<Answer>;
  refuses<Input extends z.ZodType>(operation: Operation<Input, unknown>, input: object): Promise<void>;
}

export async function filesWorld(ports: Partial<Ports> = {}): Promise<FilesWorld> {
  const world = await testWorld({ ports, ...(ports.clock ? { clock: ports.clock } : {}) });
  const { run } = world;
  const person = () => run(createOperation(contact), { firstName: 'Ana' } as never);
  return {
    ...world,
    person,
    async colleague(name) {
      const values = { name, email: `${name.toLowerCase()}@acme.example`, role: 'rep' };
      const { id } = await run(createOperation(objectNamed('user')), values as never);
      const permissions = ['files:read', 'files:write', 'files:delete', 'contacts:read'];
      return { id, actor: { ...world.actorWith(...permissions), id: parseId('us', id), name } };
    },
    async upload(content, values = {}, call = {}) {
      const on = 'recordId' in values ? {} : { recordId: (await person()).id };
      const details = { name: 'notes.txt', contentType: 'made/up' };
      const stream = Readable.from([Buffer.from(content)]);
      const file = await takeIn(world.ports, uploadFile, world.workspaceId, stream, details);
      return run(uploadFile, { file, ...on, ...values } as never, call);
    },
    async read(id, more = {}, actor = world.admin) {
      const { chunks } = (await run(downloadFile, { id, ...more } as never, { actor })) as FileAnswer;
      return (await buffer(Readable.from(chunks))).toString();
    },
    undo: (changeSetId) => run(takeBack, { id: changeSetId }),
    async refuses(operation, input) {
      const actions = ['read', 'write', 'delete'].map((action) => `files:${action}`);
      const lacking = world.actorWith(...actions.filter((one) => one !== operation.permission), 'contacts:read');
      const call = (given: object, actor = world.admin) => run(operation, given as never, { actor });
      await expect(call(input, lacking)).rejects.toMatchObject({ code: 'not_allowed' });
      await expect(call({ ...input, colour: 'red' })).rejects.toMatchObject({ code: 'validation_failed' });
      await expect(call(input, world.stranger)).rejects.toMatchObject({
        code: operation.subject ? 'not_found' : 'validation_failed',
      });
    },
  };
}

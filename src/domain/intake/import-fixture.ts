import { readFile } from 'node:fs/promises';
import './module.ts';
import type { z } from 'zod';
import type { Answer, World } from '#platform/testing';
import { bringIn } from './bring-in.ts';
import { createImport } from './operations/create-import.ts';
import { getImport } from './operations/get-import.ts';

/** Stores a text as an uploaded file. */
export async function uploaded(world: World, content: string | Uint8Array, name = 'people.csv') {
  async function* chunks() {
    yield typeof content === 'string' ? Buffer.from(content) : content;
  }
  return { ...(await world.ports.files.put(chunks(), { name, contentType: 'text/csv' })), name };
}

/** Imports a text and runs the import to its end; answers what `imports.get` says. */
export async function imported(
  world: World,
  content: string | Uint8Array,
  options: Partial<z.input<typeof createImport.input>> = {},
): Promise<Answer> {
  const { id } = await world.run(createImport, { file: await uploaded(world, content), ...options });
  return finish(world, id);
}

/** Runs an import in this process until it ends. */
async function finish(world: World, id: string): Promise<Answer> {
  const uuid = id.replace(/^im_(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  await bringIn(
    {
      ports: world.ports,
      workspaceId: world.workspaceId,
      actor: world.admin,
      signal: new AbortController().signal,
      jobId: '1',
      attempt: 1,
    },
    uuid,
  );
  return world.run(getImport, { id });
}

/** A file of the shared data, or undefined where it is absent. */
export function sharedFile(path: string): Promise<Buffer | undefined> {
  return readFile(new URL(`../../../../shared/data/${path}`, import.meta.url)).catch(() => undefined);
}

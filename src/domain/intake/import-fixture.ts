import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import './module.ts';
import '#domain/records/custom-fields';
import pg from 'pg';
import type { z } from 'zod';
import { accountsModule } from '#domain/records/accounts';
import { contactsModule } from '#domain/records/contacts';
import { customFieldsModule } from '#domain/records/custom-fields';
import { historyModule } from '#domain/records/history';
import { scoringModule } from '#domain/scoring';
import { parseId } from '#platform/ids';
import type { JobContext } from '#platform/jobs';
import { operationCatalogue } from '#platform/operations';
import type { Answer, World } from '#platform/testing';
import { bringIn } from './bring-in.ts';
import { createImport } from './operations/create-import.ts';
import { getImport } from './operations/get-import.ts';

/** Stores a text as an uploaded file. */
export async function uploaded(
  world: World,
  content: string | Uint8Array | AsyncIterable<Uint8Array>,
  name = 'people.csv',
) {
  async function* chunks() {
    if (typeof content === 'string') yield Buffer.from(content);
    else if (content instanceof Uint8Array) yield content;
    else yield* content;
  }
  return { ...(await world.ports.files.put(chunks(), { name, contentType: 'text/csv' })), name };
}

export type ImportOptions = Partial<z.input<typeof createImport.input>>;
export type FileContent = Parameters<typeof uploaded>[1];

/** Begins an import of a text; it is left to be run. */
export async function begun(world: World, content: FileContent, options: ImportOptions = {}): Promise<string> {
  return (await world.run(createImport, { file: await uploaded(world, content), ...options })).id;
}

/** Imports a text and runs the import to its end; answers what `imports.get` says. */
export async function imported(world: World, content: FileContent, options: ImportOptions = {}): Promise<Answer> {
  return finish(world, await begun(world, content, options));
}

/** Imports a text in a dry run and then in earnest; answers what both say. */
export async function dryAndReal(world: World, content: FileContent, options: ImportOptions = {}): Promise<Answer[]> {
  const dry = await imported(world, content, { ...options, dryRun: true });
  return [dry, await imported(world, content, options)];
}

const counted = ['status', 'rows', 'created', 'updated', 'merged', 'skipped', 'rejected', 'marked', 'accountsCreated'];

/** What became of the rows, in numbers. */
export function countsOf(one: Answer): Record<string, number> {
  return Object.fromEntries(counted.map((name) => [name, one[name]]));
}

/** A signal that fires after it has been looked at some times. */
function signalAfter(looks: number): AbortSignal {
  let left = looks;
  return new Proxy(new AbortController().signal, {
    get: (signal, name) => (name === 'aborted' ? left-- <= 0 : Reflect.get(signal, name)),
  });
}

/** Runs an import in this process until it ends; `chunks` are brought in at most before the process is to stop. */
export async function run(world: World, id: string, chunks = Number.POSITIVE_INFINITY, attempt = 1): Promise<void> {
  const { ports, workspaceId, admin: actor } = world;
  const job: JobContext = { ports, workspaceId, actor, signal: signalAfter(chunks), jobId: '1', attempt };
  await bringIn(job, parseId('im', id));
}

/** Runs an import in this process until it ends; answers what `imports.get` says. */
export async function finish(world: World, id: string): Promise<Answer> {
  await run(world, id);
  return world.run(getImport, { id });
}

const catalogue = operationCatalogue([
  contactsModule,
  accountsModule,
  customFieldsModule,
  scoringModule,
  historyModule,
]);

/** Calls an operation of the modules below by its name. */
export function call(world: World, name: string, input: object): Promise<Answer> {
  return world.run(catalogue.get(name) as never, input as never);
}

/** All contacts or accounts, oldest first. */
export async function all(world: World, plural: string, filter?: object): Promise<Answer[]> {
  const found: Answer[] = [];
  let cursor: string | undefined;
  do {
    const { data, page } = await call(world, `${plural}.list`, { limit: 200, sort: 'createdAt', filter, cursor });
    found.push(...data);
    cursor = page.next;
  } while (cursor);
  return found;
}

/** Statements as the owner of the database: what no surface can do. */
export async function asOwner(world: World, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: world.urls.ownerUrl });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

/** A CSV file of this many people, each once: more than one chunk from 1,001 on. */
export function peopleFile(count: number, more: (index: number) => string = () => ''): string {
  const rows = Array.from(
    { length: count },
    (_, index) => `First${index},Last${index},p${index}@example.com,${more(index)}`,
  );
  return `First name,Last name,Email,City\n${rows.join('\n')}\n`;
}

const shared = fileURLToPath(new URL('../../../../shared/data', import.meta.url));

/** Whether the shared data are on this machine. */
export const sharedDataIsHere = existsSync(shared);

/** A file of the shared data, or undefined where it is absent. */
export function sharedFile(path: string): Promise<Buffer | undefined> {
  return readFile(`${shared}/${path}`).catch(() => undefined);
}

import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { createKey, createWorkspace, listWorkspaces, newSignInLink } from '#domain/identity';
import type { Actor } from '#platform/actor';
import { rewrapWorkspaceKeys } from '#platform/changes';
import type { Ports } from '#platform/context';
import { Problem } from '#platform/errors';
import { publicId, tryParseId } from '#platform/ids';
import {
  type AnyOperation,
  execute,
  type FileAnswer,
  idempotencyKey,
  RawJson,
  takeInStored,
  type UploadedFile,
} from '#platform/operations';
import { nearest } from '#platform/text';
import type { Host, LocalAnswer, LocalCall } from './host.ts';

export interface ProcessHostOptions {
  ports: Ports;
  operations: ReadonlyMap<string, AnyOperation>;
  requestId(): string;
  /** Starts handlers and jobs in this process. */
  work?: () => Promise<void>;
  close?: () => Promise<void>;
}

/** The workspace that is meant: by its id, its name, or the oldest. Errors: `not_found`. */
export async function chosenWorkspace(ports: Ports, wanted: string | undefined): Promise<{ id: string; name: string }> {
  const all = await listWorkspaces(ports.database);
  const id =
    wanted === undefined ? all[0]?.id : (tryParseId('ws', wanted) ?? all.find((one) => one.name === wanted)?.id);
  const found = all.find((one) => one.id === id);
  if (found) return found;
  if (wanted === undefined)
    throw new Problem('not_found', { detail: 'There is no workspace yet. Make one: kith workspace create NAME' });
  const near = nearest(
    wanted,
    all.map((one) => one.name),
  );
  const known = all.slice(0, 20).map((one) => `${publicId('ws', one.id)} (${one.name})`);
  throw new Problem('not_found', {
    detail: `There is no workspace '${wanted.slice(0, 80)}'.${near ? ` Did you mean '${near}'?` : ''} There are: ${known.join(', ')}.`,
  });
}

function administratorOf(workspaceId: string): Actor {
  return {
    type: 'system',
    id: workspaceId,
    name: 'Command line',
    workspaceId,
    role: 'admin',
    permissions: new Set(['*']),
  };
}

function canonical(input: unknown): string {
  return JSON.stringify(input ?? {});
}

async function perform(options: ProcessHostOptions, call: LocalCall): Promise<LocalAnswer> {
  const { ports, operations } = options;
  const operation = operations.get(call.operation);
  if (!operation) {
    throw new Problem('not_found', {
      detail: `This Kith has no operation '${call.operation.slice(0, 80)}'. Is the server another version than this command?`,
    });
  }
  const workspace = await chosenWorkspace(ports, call.workspace);
  const key = call.idempotencyKey;
  const input = await withFile(ports, operation, workspace.id, call.input);
  const outcome = await execute(ports, operation, input, {
    actor: administratorOf(workspace.id),
    surface: 'cli',
    requestId: options.requestId(),
    expectedVersion: call.expectedVersion,
    idempotency: key === undefined ? undefined : idempotencyKey(key, operation.name, canonical(call.input)),
  });
  if (operation.kind === 'file') {
    const { fileName, contentType, chunks } = outcome.output as FileAnswer;
    return { file: { name: fileName, contentType, chunks } };
  }
  const output = outcome.output instanceof RawJson ? outcome.output.parse() : (outcome.output ?? null);
  return { output, changeSetId: outcome.changeSetId && publicId('cs', outcome.changeSetId) };
}

/** A file comes before it is known what it is for: an operation that wants it sealed gets it so. */
async function withFile(ports: Ports, operation: AnyOperation, workspaceId: string, input: LocalCall['input']) {
  const given = (input ?? {}) as Record<string, unknown> & { file?: UploadedFile };
  if (!operation.upload || !given.file) return input;
  return { ...given, file: await takeInStored(ports, operation, workspaceId, given.file) };
}

async function rotateMasterKey(ports: Ports): Promise<{ wrapped: number }> {
  if (!ports.masterKeys)
    throw new Problem('master_key_unusable', { detail: 'This Kith has no master key of its own.' });
  await ports.masterKeys.rotate();
  let wrapped = 0;
  for (const { id } of await listWorkspaces(ports.database)) {
    wrapped += await rewrapWorkspaceKeys(ports, id);
    const caller = { actor: administratorOf(id), surface: 'cli', requestId: ports.ids.next() };
    ports.audit?.recorder.note(caller, { kind: 'key', operation: 'encryption.rotateMaster', outcome: 'done' });
  }
  return { wrapped };
}

/** Kith in this process, as a host for those who sit on its machine. What it refuses is a Problem. */
export function processHost(options: ProcessHostOptions): Host {
  const { ports } = options;
  const workspaceId = async (wanted: string | undefined) => (await chosenWorkspace(ports, wanted)).id;
  return {
    call: (call) => perform(options, call),
    async putFile(path) {
      const name = basename(path);
      const stored = await ports.files.put(createReadStream(path), { name, contentType: 'application/octet-stream' });
      return { ...stored, name };
    },
    createWorkspace: async (name) => ({ id: (await createWorkspace(ports, name)).publicId }),
    rotateMasterKey: () => rotateMasterKey(ports),
    async workspaces() {
      const all = await listWorkspaces(ports.database);
      return all.map(({ id, name }) => ({ id: publicId('ws', id), name }));
    },
    async createKey({ name, role, workspace }) {
      const { key } = await createKey(ports, { name, role, workspaceId: await workspaceId(workspace) });
      return { key };
    },
    async signInLink(workspace) {
      const { url } = await newSignInLink(ports, undefined, await workspaceId(workspace));
      return { url };
    },
    work: async () => options.work?.(),
    close: async () => options.close?.(),
  };
}

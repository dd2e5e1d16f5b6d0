import { createReadStream } from 'node:fs';
import { type IncomingMessage, type RequestOptions, request } from 'node:http';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type Host, type LocalFile, Refusal } from './host.ts';

/** What a server says of itself. */
export interface ServerAbout {
  version: string;
  /** Where it listens for others. */
  address: string;
  pid: number;
}

const unreachable = new Set(['ENOENT', 'ECONNREFUSED', 'ENOTSOCK', 'EACCES']);

function send(socketPath: string, options: RequestOptions, body?: string | { file: string }): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const sent = request({ socketPath, agent: false, ...options }, resolve);
    sent.on('error', reject);
    if (typeof body === 'object') pipeline(createReadStream(body.file), sent).catch(reject);
    else sent.end(body);
  });
}

async function textOf(answer: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

async function checked(answer: IncomingMessage): Promise<IncomingMessage> {
  if ((answer.statusCode ?? 500) < 300) return answer;
  throw new Refusal(JSON.parse(await textOf(answer)) as Record<string, unknown>);
}

/** What the server behind a socket says of itself; undefined when there is none. */
export async function aboutServer(socketPath: string): Promise<ServerAbout | undefined> {
  try {
    const answer = await checked(await send(socketPath, { path: '/', timeout: 5000 }));
    return JSON.parse(await textOf(answer)) as ServerAbout;
  } catch (error) {
    if (unreachable.has((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
}

/** A server as a host; `socketPath` is where it listens. */
export function serverHost(socketPath: string): Host {
  const post = async (path: string, body: unknown): Promise<IncomingMessage> => {
    const headers = { 'content-type': 'application/json' };
    return checked(await send(socketPath, { method: 'POST', path, headers }, JSON.stringify(body)));
  };
  const ask = async <Answer>(path: string, body: unknown) => JSON.parse(await textOf(await post(path, body))) as Answer;
  return {
    async call(call) {
      const answer = await post('/call', call);
      const name = answer.headers['kith-file'];
      if (typeof name !== 'string') return JSON.parse(await textOf(answer)) as { output: unknown };
      const contentType = answer.headers['content-type'] ?? 'application/octet-stream';
      return { file: { name: decodeURIComponent(name), contentType, chunks: answer } };
    },
    async putFile(path) {
      const headers = { 'content-type': 'application/octet-stream', 'transfer-encoding': 'chunked' };
      const query = `/files?name=${encodeURIComponent(basename(path))}`;
      const answer = await checked(await send(socketPath, { method: 'POST', path: query, headers }, { file: path }));
      return JSON.parse(await textOf(answer)) as LocalFile;
    },
    createWorkspace: (name) => ask('/workspaces', { name }),
    rotateMasterKey: () => ask('/master-key/rotate', {}),
    workspaces: () => ask('/workspaces/list', {}),
    createKey: (key) => ask('/keys', key),
    signInLink: (workspace) => ask('/sign-in-links', { workspace }),
    work: async () => undefined,
    close: async () => undefined,
  };
}

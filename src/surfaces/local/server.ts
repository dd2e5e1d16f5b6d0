import { chmodSync, rmSync } from 'node:fs';
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Ports } from '#platform/context';
import { Problem } from '#platform/errors';
import { createHttpServer } from '#platform/http';
import type { Log } from '#platform/log';
import { aboutServer, type ServerAbout } from './client.ts';
import type { Host, LocalAnswer, LocalCall, NewKey } from './host.ts';
import { localSocketPath, makeSocketFolder } from './socket-path.ts';

export interface LocalServerOptions {
  home: string;
  host: Host;
  ports: Ports;
  log: Log;
  about: ServerAbout;
}

/**
 * Listens on the socket of the home for the command line: whoever can open it is the administrator of everything, so it is ours alone.
 * Undefined when another server of this home listens there already.
 */
export async function listenLocally(options: LocalServerOptions): Promise<{ stop(): Promise<void> } | undefined> {
  const path = localSocketPath(options.home);
  makeSocketFolder(path);
  if (await aboutServer(path)) return undefined;
  rmSync(path, { force: true });
  const server = await createHttpServer({ log: options.log, trustProxy: false, corsOrigins: [] });
  addRoutes(server, options);
  await server.listen({ path });
  chmodSync(path, 0o600);
  return {
    async stop() {
      await server.close();
    },
  };
}

function addRoutes(server: FastifyInstance, { host, ports, about }: LocalServerOptions): void {
  server.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload));
  server.get('/', async () => about);
  server.post('/call', async (request, reply) => give(await host.call(request.body as LocalCall), reply));
  server.post('/files', { bodyLimit: 20 * 1024 ** 3 }, async (request) => {
    const { name = 'file' } = request.query as { name?: string };
    const content = request.body as Readable | undefined;
    if (!content) throw new Problem('bad_request', { detail: 'The file is missing.' });
    const stored = await ports.files.put(content, { name, contentType: 'application/octet-stream' });
    return { ...stored, name: name.slice(0, 500) };
  });
  server.post('/workspaces', async (request) => host.createWorkspace((request.body as { name: string }).name));
  server.post('/master-key/rotate', async () => host.rotateMasterKey());
  server.post('/workspaces/list', async () => host.workspaces());
  server.post('/keys', async (request) => host.createKey(request.body as NewKey));
  server.post('/sign-in-links', async (request) => host.signInLink((request.body as { workspace?: string }).workspace));
}

function give(answer: LocalAnswer, reply: FastifyReply): unknown {
  if (!('file' in answer)) return answer;
  const { name, contentType, chunks } = answer.file;
  reply.header('content-type', contentType).header('kith-file', encodeURIComponent(name));
  return reply.send(Readable.from(chunks));
}

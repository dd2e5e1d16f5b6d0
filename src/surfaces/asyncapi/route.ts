import type { FastifyInstance } from 'fastify';
import { type AsyncApiOptions, asyncApiDocument } from './document.ts';

/** `/asyncapi.json`: the events, for programs. `options` is asked once, at the first request. */
export function addAsyncApiRoute(server: FastifyInstance, options: () => AsyncApiOptions): void {
  let text: string | undefined;
  server.get('/asyncapi.json', async (_request, reply) => {
    text ??= JSON.stringify(asyncApiDocument(options()));
    return reply
      .header('content-type', 'application/json; charset=utf-8')
      .header('cache-control', 'no-cache')
      .header('access-control-allow-origin', '*')
      .send(text);
  });
}

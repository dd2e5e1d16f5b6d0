import type { FastifyInstance, FastifyReply } from 'fastify';
import { type DocumentOptions, openApiDocument } from './document.ts';
import { policyOf, referenceNonce, referencePage, referenceStart } from './reference-page.ts';
import { referenceProgram } from './reference-program.ts';

const days = 'public, max-age=86400';

/** `/openapi.json`, and at `/docs` a page to read and try it, which takes nothing from elsewhere. `options` is asked once, at the first request. */
export function addOpenApiRoutes(server: FastifyInstance, options: () => DocumentOptions): void {
  let text: string | undefined;
  const document = () => {
    text ??= JSON.stringify(openApiDocument(options()));
    return text;
  };
  const give = (reply: FastifyReply, type: string, body: string | Buffer, caching = 'no-cache') =>
    reply.header('content-type', type).header('cache-control', caching).send(body);

  server.get('/openapi.json', async (_request, reply) => {
    reply.header('access-control-allow-origin', '*');
    return give(reply, 'application/json; charset=utf-8', document());
  });
  server.get('/docs', async (_request, reply) => {
    const page = referencePage();
    reply.header('content-security-policy', policyOf(page.nonce));
    return give(reply, 'text/html; charset=utf-8', page.html);
  });
  for (const [name, program] of Object.entries({ nonce: referenceNonce, start: referenceStart })) {
    server.get(`/docs/${name}.js`, async (_request, reply) => give(reply, 'text/javascript; charset=utf-8', program));
  }
  server.get('/docs/reference.js', async (_request, reply) => {
    const { text: program, tag } = await referenceProgram();
    reply.header('etag', tag);
    return give(reply, 'text/javascript; charset=utf-8', program, days);
  });
}

import { createHash } from 'node:crypto';
import Fastify from 'fastify';

let kept: Promise<{ text: string; tag: string }> | undefined;

/** The program of the reference page. It has four megabytes, so it is read when somebody first opens the page. */
export function referenceProgram(): Promise<{ text: string; tag: string }> {
  kept ??= read();
  return kept;
}

async function read(): Promise<{ text: string; tag: string }> {
  const { default: scalar } = await import('@scalar/fastify-api-reference');
  // The package gives its program to a Fastify server and to nothing else: this one never listens.
  const server = Fastify();
  await server.register(scalar, { routePrefix: '/', configuration: { url: '/openapi.json' } });
  const { payload } = await server.inject('/js/scalar.js');
  await server.close();
  return { text: payload, tag: `"${createHash('sha1').update(payload).digest('base64url').slice(0, 16)}"` };
}

import type { FastifyInstance } from 'fastify';
import type { Database } from '#platform/database';

/** `/live`: the process runs. `/ready`: it can serve. `/health`: both, with what it looked at. */
export function addHealthRoutes(server: FastifyInstance, database: Database, version: string): void {
  server.get('/live', async () => ({ status: 'live' }));
  server.get('/ready', async (_request, reply) => {
    const ready = await database.isUp();
    return reply.status(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not_ready' });
  });
  server.get('/health', async (_request, reply) => {
    const databaseUp = await database.isUp();
    return reply
      .status(databaseUp ? 200 : 503)
      .send({ status: databaseUp ? 'ok' : 'failing', version, checks: { database: databaseUp ? 'ok' : 'failing' } });
  });
}

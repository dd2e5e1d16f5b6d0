import type { FastifyInstance } from 'fastify';
import { type Database, sql } from '#platform/database';

/** `/live`: the process runs. `/ready`: it can serve. `/health`: both, with what it looked at. */
export function addHealthRoutes(server: FastifyInstance, database: Database, version: string): void {
  const look = async (): Promise<boolean> => {
    try {
      await database.system.first(sql`select 1 as one`);
      return true;
    } catch {
      // The answer itself says that the database does not answer.
      return false;
    }
  };
  server.get('/live', async () => ({ status: 'live' }));
  server.get('/ready', async (_request, reply) => {
    const ready = await look();
    return reply.status(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not_ready' });
  });
  server.get('/health', async (_request, reply) => {
    const databaseUp = await look();
    return reply
      .status(databaseUp ? 200 : 503)
      .send({ status: databaseUp ? 'ok' : 'failing', version, checks: { database: databaseUp ? 'ok' : 'failing' } });
  });
}

import type { Config } from '#platform/config';
import { startHandlers } from '#platform/handlers';
import { createHttpServer } from '#platform/http';
import { startJobs } from '#platform/jobs';
import type { Log } from '#platform/log';
import { type Authenticate, addHealthRoutes, addOperationRoutes } from '#surfaces/rest';
import { handlers, jobs, operations } from './modules.ts';
import type { Ground } from './ports.ts';

export interface Running {
  address: string;
  stop(): Promise<void>;
}

/** Handlers and jobs in this process. */
export async function startWork(ground: Ground, log: Log): Promise<{ stop(): Promise<void> }> {
  const { ports, appUrl } = ground;
  const handling = await startHandlers({
    ports,
    handlers,
    onError: (error, handler, workspaceId) =>
      log.error({ err: error, handler, workspaceId }, 'A handler failed; it is tried again'),
  });
  const working = await startJobs({
    ports,
    appUrl,
    jobs,
    onError: (error, job) => log.error({ err: error, job }, 'A job failed; it is tried again'),
  });
  return {
    async stop() {
      await working.stop();
      await handling.stop();
    },
  };
}

/** The HTTP server. */
export async function startServer(
  ground: Ground,
  config: Config,
  log: Log,
  version: string,
  authenticate: Authenticate,
): Promise<Running> {
  const server = await createHttpServer({
    log,
    trustProxy: config.http.trustProxy,
    corsOrigins: config.http.corsOrigins,
  });
  addHealthRoutes(server, ground.ports.database, version);
  addOperationRoutes(server, { ports: ground.ports, operations: operations.values(), authenticate });
  const address = await server.listen({ port: config.http.port, host: config.http.host });
  return { address, stop: () => server.close() };
}

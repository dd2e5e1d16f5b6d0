import { join } from 'node:path';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { type Config, publicUrl } from '#platform/config';
import { startHandlers } from '#platform/handlers';
import { createHttpServer } from '#platform/http';
import { startJobs } from '#platform/jobs';
import type { Log } from '#platform/log';
import type { Telemetry } from '#platform/telemetry';
import { addAsyncApiRoute } from '#surfaces/asyncapi';
import { addLiveRoute } from '#surfaces/live';
import { addMcpRoute } from '#surfaces/mcp';
import { addMonitoring } from '#surfaces/monitoring';
import { addOpenApiRoutes } from '#surfaces/openapi';
import { addHealthRoutes, addOperationRoutes, addSessionRoutes, apiPrefix, authenticateRequests } from '#surfaces/rest';
import { addWebApp } from '#surfaces/web-app';
import { limiterOf } from './limiter-of.ts';
import { measureWork } from './measure-work.ts';
import { handlers, jobs, modules, operations } from './modules.ts';
import type { Ground } from './ports.ts';
import { rewriteUrl } from './rewrite-url.ts';

/** What runs in a process, and how it ends in order. */
export interface Running {
  stop(): Promise<void>;
}

export interface ServeOptions {
  ground: Ground;
  config: Config;
  log: Log;
  telemetry: Telemetry;
  version: string;
}

/** Handlers and jobs in this process. */
export async function startWork({
  ground,
  log,
  telemetry,
}: Omit<ServeOptions, 'config' | 'version'>): Promise<Running> {
  const { ports, appUrl } = ground;
  const handling = await startHandlers({
    ports,
    handlers,
    onError: (error, handler, workspaceId) =>
      log.error({ err: error, handler, workspaceId }, 'A handler failed; it is tried again'),
    onBatch: (handler, events, waitedMs) => telemetry.metrics.eventsHandled(handler, events, waitedMs),
  });
  const working = await startJobs({
    ports,
    appUrl,
    jobs,
    onError: (error, job) => log.error({ err: error, job }, 'A job failed; it is tried again'),
    onEnd: (job, outcome, ms) => telemetry.metrics.job(job, outcome, ms),
  });
  const measuring = measureWork(ports, telemetry.metrics, (err) => log.warn({ err }, 'The work could not be measured'));
  return {
    async stop() {
      measuring.stop();
      await working.stop();
      await handling.stop();
    },
  };
}

const webFolder = join(import.meta.dirname, '..', 'web', 'dist');

/** The whole server with every route, listening to nobody yet. */
export async function createServer({
  ground,
  config,
  log,
  telemetry,
  version,
}: ServeOptions): Promise<FastifyInstance> {
  const { ports } = ground;
  const server = await createHttpServer({
    log,
    trustProxy: config.http.trustProxy,
    corsOrigins: config.http.corsOrigins,
    rewrite: rewriteUrl,
  });
  insistOnTls(server, config.http.baseUrl);
  addMonitoring(server, telemetry);
  addHealthRoutes(server, ports.database, version);
  const limiter = config.http.rateLimits ? await limiterOf(server, ports.clock, config, log) : undefined;
  const authenticate = authenticateRequests({ ports, ...(limiter ? { limiter } : {}) });
  // What has no route is a step of another operation, and nobody's to call.
  const published = [...operations.values()].filter((operation) => operation.route);
  addSessionRoutes(server, { ports, ...(limiter ? { limiter } : {}) });
  addOperationRoutes(server, { ports, operations: published, authenticate });
  addLiveRoute(server, { ports, authenticate, log });
  const origins = config.http.corsOrigins;
  addMcpRoute(server, { ports, operations: published, authenticate, log, version, origins });
  addOpenApiRoutes(server, () => ({ modules, version, baseUrl: publicUrl(config), prefix: apiPrefix }));
  addAsyncApiRoute(server, () => ({ handlers, version, baseUrl: publicUrl(config), prefix: apiPrefix }));
  await addWebApp(server, { folder: webFolder });
  finishRequests(server);
  return server;
}

/** The HTTP server, listening; `port` is the real one where any free one was asked for. */
export async function startServer(options: ServeOptions): Promise<Running & { port: number }> {
  const server = await createServer(options);
  const { port, host } = options.config.http;
  await server.listen({ port, host });
  const bound = server.server.address();
  return { port: typeof bound === 'object' && bound ? bound.port : port, stop: () => server.close() };
}

/** Whoever has come by https shall come by https again. */
function insistOnTls(server: FastifyInstance, baseUrl: string | undefined): void {
  const always = baseUrl?.startsWith('https:') ?? false;
  server.addHook('onRequest', async (request, reply) => {
    if (always || request.protocol === 'https') reply.header('strict-transport-security', 'max-age=31536000');
  });
}

const longestFinishMs = 5000;

/** A server that stops lets running requests come to their end. Streams, which have none, end themselves when the server closes. */
function finishRequests(server: FastifyInstance): void {
  const running = new Set<FastifyReply>();
  let finished: (() => void) | undefined;
  const look = () => {
    if (running.size === 0) finished?.();
  };
  server.addHook('onRequest', async (_request, reply) => {
    running.add(reply);
    reply.raw.once('close', () => {
      running.delete(reply);
      look();
    });
  });
  server.addHook('preClose', async () => {
    await new Promise<void>((resolve) => {
      finished = resolve;
      setTimeout(resolve, longestFinishMs).unref();
      look();
    });
  });
}

import type { FastifyInstance } from 'fastify';
import type { Telemetry } from '#platform/telemetry';

/** Counts, times and traces every request, and answers Prometheus at `/metrics`. Must be added before the routes that it is to see. */
export function addMonitoring(server: FastifyInstance, telemetry: Telemetry): void {
  const { metrics } = telemetry;
  server.addHook('onResponse', async (request, reply) => {
    metrics.http(request.method, request.routeOptions.url, reply.statusCode, reply.elapsedTime);
  });
  if (telemetry.isTracing) {
    server.addHook('onRequest', (request, reply, done) => {
      const route = request.routeOptions.url ?? 'none';
      const details = {
        kind: 'server',
        attributes: { 'http.request.method': request.method, 'http.route': route },
        traceparent: request.headers.traceparent,
      } as const;
      // The rest of the request runs inside `done`, and so inside the span, which ends with the answer.
      void telemetry.span(`${request.method} ${route}`, details, async (span) => {
        done();
        await new Promise<void>((resolve) => reply.raw.once('close', resolve));
        span?.setAttribute('http.response.status_code', reply.statusCode);
      });
    });
  }
  server.get('/metrics', async (_request, reply) => {
    reply.header('content-type', metrics.contentType).header('cache-control', 'no-store');
    return metrics.render();
  });
}

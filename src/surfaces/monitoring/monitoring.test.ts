import { afterAll, expect, test } from 'vitest';
import { createHttpServer } from '#platform/http';
import { createLog } from '#platform/log';
import { createTelemetry } from '#platform/telemetry';
import { addMonitoring } from './monitoring.ts';

const server = await createHttpServer({ log: createLog({ level: 'silent' }), trustProxy: false, corsOrigins: [] });
addMonitoring(server, createTelemetry({ processMetrics: false }));
server.get('/contacts/:id', async () => ({}));
afterAll(() => server.close());

test('requests are counted by route and status, and never by what stood in their address', async () => {
  await server.inject('/contacts/ct_1');
  await server.inject('/contacts/ct_2');
  await server.inject('/ana@example.com');
  const { body, headers } = await server.inject('/metrics');
  expect(headers['content-type']).toContain('text/plain');
  expect(body).toContain('kith_http_seconds_count{method="GET",route="/contacts/:id",status="200"} 2');
  expect(body).toContain('route="none",status="404"');
  expect(body).not.toContain('ct_1');
  expect(body).not.toContain('example.com');
});

import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { trace } from '@opentelemetry/api';
import { afterEach, expect, test } from 'vitest';
import { createTelemetry, currentTraceparent, type Telemetry } from './index.ts';
import { parseTraceparent } from './traceparent.ts';

interface SentSpan {
  name: string;
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  kind: number;
  status: { code: number };
  startTimeUnixNano: string;
  endTimeUnixNano: string;
  attributes: { key: string; value: object }[];
}

let server: Server | undefined;
let telemetry: Telemetry | undefined;
afterEach(async () => {
  await telemetry?.close();
  server?.closeAllConnections();
  server?.close();
});

interface Collector {
  telemetry: Telemetry;
  sent(): Promise<SentSpan[]>;
  headers: IncomingHttpHeaders[];
}

async function collect(sampleRatio = 1, status = 200): Promise<Collector> {
  const spans: SentSpan[] = [];
  const headers: IncomingHttpHeaders[] = [];
  const collector = createServer(async (request, response) => {
    headers.push({ ...request.headers, path: request.url });
    const { resourceSpans } = (await json(request)) as { resourceSpans: { scopeSpans: { spans: SentSpan[] }[] }[] };
    spans.push(...resourceSpans.flatMap((resource) => resource.scopeSpans.flatMap((scope) => scope.spans)));
    response.writeHead(status).end('{}');
  });
  server = collector;
  await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve));
  const otlpEndpoint = `http://127.0.0.1:${(collector.address() as AddressInfo).port}`;
  const made = createTelemetry({ otlpEndpoint, otlpHeaders: { 'x-key': 'k' }, sampleRatio, processMetrics: false });
  telemetry = made;
  const sent = async () => {
    await made.close();
    return spans;
  };
  return { telemetry: made, headers, sent };
}

const callerTrace = 'ab'.repeat(16);

test('operations, requests, handlers, jobs and imports are counted', async () => {
  const { metrics } = createTelemetry({ processMetrics: false });
  metrics.operation('contacts.create', 'ok', 4);
  metrics.http('GET', '/api/v1/contacts/:id', 200, 2);
  metrics.http('GET', undefined, 404, 1);
  metrics.eventLag('scoring', { behind: 7, lagMs: 1500, failed: 2 });
  metrics.eventsHandled('scoring', 3, 40);
  metrics.scoreDistribution({ A: 4, F: 9 });
  metrics.job('import', 'ok', 20);
  metrics.jobsWaiting(3);
  metrics.importRows('contacts', 'created', 5000);
  const text = await metrics.render();
  expect(text).toContain('kith_operation_seconds_bucket{le="0.005",operation="contacts.create",outcome="ok"} 1');
  expect(text).toContain('kith_http_seconds_count{method="GET",route="none",status="404"} 1');
  expect(text).toContain('kith_event_lag_seconds{handler="scoring"} 1.5');
  expect(text).toContain('kith_events_behind{handler="scoring"} 7');
  expect(text).toContain('kith_events_failed{handler="scoring"} 2');
  expect(text).toContain('kith_events_handled_total{handler="scoring"} 3');
  expect(text).toContain('kith_event_wait_seconds_count{handler="scoring"} 1');
  expect(text).toContain('crm_lead_score_distribution{grade="A"} 4');
  expect(text).toContain('kith_jobs_waiting 3');
  expect(text).toContain('kith_import_rows_total{object="contacts",outcome="created"} 5000');
  expect(metrics.contentType).toContain('text/plain');
});

test('Node tells about itself', async () => {
  expect(await createTelemetry().metrics.render()).toContain('process_resident_memory_bytes');
});

test('without an endpoint nothing is traced', async () => {
  const off = createTelemetry({ processMetrics: false });
  await off.span('x', { traceparent: `00-${callerTrace}-${'1'.repeat(16)}-01` }, async (span) => {
    expect(span).toBeUndefined();
    expect(currentTraceparent()).toBeUndefined();
  });
});

test('a span that is off costs next to nothing, the metric of the operation included', async () => {
  const off = createTelemetry({ processMetrics: false });
  const bestOfUs = async (): Promise<number> => {
    const started = performance.now();
    for (let n = 0; n < 20_000; n++) off.operationEnded('contacts.get', 'ok', 1.5, 'rest');
    return (performance.now() - started) / 20;
  };
  // About 0.5 µs on a quiet machine; the rest is room for a busy one.
  expect(Math.min(await bestOfUs(), await bestOfUs(), await bestOfUs())).toBeLessThan(30);
});

test("the caller's trace goes on through awaits, into operations and out again", async () => {
  const { telemetry, headers, sent } = await collect();
  const traceparent = `00-${callerTrace}-1111111111111111-01`;
  let outgoing: string | undefined;
  await telemetry.span(
    'GET /contacts',
    { kind: 'server', traceparent, attributes: { 'http.status': 200 } },
    async () => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      telemetry.operationEnded('contacts.list', 'ok', 2, 'rest');
      outgoing = currentTraceparent();
    },
  );
  const [operation, request] = await sent();
  expect(request).toMatchObject({
    name: 'GET /contacts',
    traceId: callerTrace,
    parentSpanId: '1111111111111111',
    kind: 2,
  });
  expect(request?.attributes).toContainEqual({ key: 'http.status', value: { intValue: '200' } });
  expect(operation).toMatchObject({ name: 'contacts.list', traceId: callerTrace, parentSpanId: request?.spanId });
  expect(outgoing).toBe(`00-${callerTrace}-${request?.spanId}-01`);
  expect(headers[0]).toMatchObject({ path: '/v1/traces', 'x-key': 'k', 'content-type': 'application/json' });
});

test('a span lasts as long as what it measures', async () => {
  const { telemetry, sent } = await collect();
  telemetry.operationEnded('slow', 'ok', 1500, 'cli');
  const [span] = await sent();
  const lasted = Number(BigInt(span?.endTimeUnixNano ?? 0) - BigInt(span?.startTimeUnixNano ?? 0)) / 1e6;
  expect(lasted).toBeCloseTo(1500, 0);
  expect(Math.abs(Number(span?.endTimeUnixNano) / 1e6 - Date.now())).toBeLessThan(10_000);
});

test('an error marks the span and is thrown on, and what it says of people stays here', async () => {
  const { telemetry, sent } = await collect();
  const failing = telemetry.span('x', {}, () => Promise.reject(new TypeError('ada@example.com')));
  await expect(failing).rejects.toThrow('ada@example.com');
  const spans = await sent();
  expect(spans[0]).toMatchObject({ status: { code: 2 }, events: [{ name: 'exception' }] });
  expect(JSON.stringify(spans)).not.toContain('ada@');
});

test('libraries that trace by the API of OpenTelemetry join in', async () => {
  const { telemetry, sent } = await collect();
  await telemetry.span('outer', {}, async () => {
    trace.getTracer('library').startActiveSpan('inner', (span) => span.setAttribute('a', [1.5, 2]).addEvent('e').end());
  });
  const [inner, outer] = await sent();
  expect(inner).toMatchObject({ name: 'inner', parentSpanId: outer?.spanId, traceId: outer?.traceId });
});

test('what is not sampled is not sent, and its callees follow; a caller who traces is followed', async () => {
  const { telemetry, sent } = await collect(0);
  await telemetry.span('ours', {}, async () => {
    expect(currentTraceparent()).toMatch(/-00$/);
    await telemetry.span('child', {}, () => Promise.resolve());
  });
  await telemetry.span('theirs', { traceparent: `00-${callerTrace}-${'1'.repeat(16)}-01` }, () => Promise.resolve());
  expect((await sent()).map((span) => span.name)).toEqual(['theirs']);
});

test('a collector that refuses costs the spans, and that is counted', async () => {
  const { telemetry, sent } = await collect(1, 400);
  telemetry.operationEnded('x', 'ok', 1, 'rest');
  await sent();
  expect(await telemetry.metrics.render()).toContain('kith_spans_dropped_total 1');
});

test.each([
  undefined,
  '',
  'x',
  `00-${callerTrace}-${'1'.repeat(16)}`,
  `00-${'0'.repeat(32)}-${'1'.repeat(16)}-01`,
  `00-${callerTrace}-${'0'.repeat(16)}-01`,
  `ff-${callerTrace}-${'1'.repeat(16)}-01`,
  `00-${callerTrace.toUpperCase()}-${'1'.repeat(16)}-01`,
  `00-${callerTrace}-${'1'.repeat(16)}-01-x`,
])('the traceparent %j is nobody', (header) => {
  expect(parseTraceparent(header)).toBeUndefined();
});

test('a traceparent of a later version is understood', () => {
  expect(parseTraceparent(`01-${callerTrace}-${'1'.repeat(16)}-03-more`)).toMatchObject({
    traceId: callerTrace,
    traceFlags: 1,
  });
});

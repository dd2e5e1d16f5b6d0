import type { Attributes, AttributeValue } from '@opentelemetry/api';
import { createFetch } from '#platform/fetch';
import type { RecordedSpan } from './span.ts';

const mostWaiting = 4096;
const batchSpans = 512;
const flushEveryMs = 2000;

type Json = Record<string, unknown>;

function otlpValue(value: AttributeValue | null | undefined): Json {
  if (typeof value === 'string') return { stringValue: value };
  if (typeof value === 'boolean') return { boolValue: value };
  if (typeof value === 'number') return Number.isInteger(value) ? { intValue: String(value) } : { doubleValue: value };
  return Array.isArray(value) ? { arrayValue: { values: value.map((item) => otlpValue(item)) } } : {};
}

function otlpAttributes(attributes: Iterable<[string, AttributeValue | undefined]>): Json[] {
  return [...attributes].map(([key, value]) => ({ key, value: otlpValue(value) }));
}

const ofRecord = (attributes: Attributes | undefined) => otlpAttributes(Object.entries(attributes ?? {}));
const nanoseconds = (ms: number) => `${Math.round(ms * 1000)}000`;

function otlpSpan(span: RecordedSpan): Json {
  const { traceId, spanId } = span.spanContext();
  return {
    traceId,
    spanId,
    ...(span.parentSpanId ? { parentSpanId: span.parentSpanId } : {}),
    name: span.name,
    // OTLP counts kinds from 1, the API from 0.
    kind: span.kind + 1,
    startTimeUnixNano: nanoseconds(span.startMs),
    endTimeUnixNano: nanoseconds(span.endMs ?? span.startMs),
    attributes: otlpAttributes(span.attributes),
    events: span.events.map(({ name, atMs, attributes }) => ({
      name,
      timeUnixNano: nanoseconds(atMs),
      attributes: ofRecord(attributes),
    })),
    links: span.links.map(({ context, attributes }) => ({
      traceId: context.traceId,
      spanId: context.spanId,
      attributes: ofRecord(attributes),
    })),
    status: span.status,
  };
}

export interface ExporterOptions {
  /** Without `/v1/traces`. */
  endpoint: string;
  headers: Readonly<Record<string, string>>;
  resource: Attributes;
  /** Told what was lost, and why. */
  onDropped: (spans: number, reason: string) => void;
}

export interface Exporter {
  add(span: RecordedSpan): void;
  /** Sends what waits. */
  flush(): Promise<void>;
  close(): Promise<void>;
}

/** Sends spans over OTLP/HTTP as JSON, in batches, one at a time. What cannot be sent after three attempts is dropped: tracing never holds Kith up. */
export function createExporter({ endpoint, headers, resource, onDropped }: ExporterOptions): Exporter {
  const fetch = createFetch({ allowPrivate: [new URL(endpoint).hostname.replace(/^\[|\]$/g, '')] });
  let waiting: RecordedSpan[] = [];
  let sending: Promise<void> = Promise.resolve();

  async function send(spans: RecordedSpan[]): Promise<void> {
    const scopeSpans = [{ scope: { name: 'kith' }, spans: spans.map(otlpSpan) }];
    const body = JSON.stringify({ resourceSpans: [{ resource: { attributes: ofRecord(resource) }, scopeSpans }] });
    try {
      const request = {
        method: 'POST',
        idempotent: true,
        headers: { ...headers, 'content-type': 'application/json' },
        body,
      } as const;
      const { status } = await fetch(`${endpoint}/v1/traces`, request);
      if (status >= 300) onDropped(spans.length, `${endpoint} answered ${status}`);
    } catch (error) {
      onDropped(spans.length, error instanceof Error ? error.message : String(error));
    }
  }

  function flush(): Promise<void> {
    const spans = waiting;
    waiting = [];
    for (let at = 0; at < spans.length; at += batchSpans) {
      const batch = spans.slice(at, at + batchSpans);
      sending = sending.then(() => send(batch));
    }
    return sending;
  }

  const timer = setInterval(() => void flush(), flushEveryMs).unref();
  return {
    add(span) {
      if (waiting.length >= mostWaiting) onDropped(1, 'more spans than can be sent');
      else waiting.push(span);
    },
    flush,
    close() {
      clearInterval(timer);
      return flush();
    },
  };
}

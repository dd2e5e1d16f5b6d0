import { type Attributes, context, type Span, SpanKind, SpanStatusCode, type Tracer, trace } from '@opentelemetry/api';
import type { Log } from '#platform/log';
import { createContextManager } from './active-context.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { createExporter } from './otlp.ts';
import { epochMs } from './span.ts';
import { parseTraceparent } from './traceparent.ts';
import { createTracer } from './tracer.ts';

export interface TelemetryOptions {
  /** Where traces go; without it nothing is traced, and tracing costs nothing. */
  otlpEndpoint?: string | undefined;
  otlpHeaders?: Readonly<Record<string, string>>;
  serviceName?: string;
  version?: string;
  /** From 0 to 1. */
  sampleRatio?: number;
  processMetrics?: boolean;
  log?: Log;
}

export interface SpanDetails {
  kind?: 'internal' | 'server' | 'client';
  attributes?: Attributes;
  /** The `traceparent` header of the caller, whose trace goes on. */
  traceparent?: string | string[] | undefined;
}

export interface Telemetry {
  readonly metrics: Metrics;
  readonly isTracing: boolean;
  /** Runs `run` in a span, which ends with it; a thrown error marks it as failed. Without tracing it only runs it. */
  span<Result>(name: string, details: SpanDetails, run: (span: Span | undefined) => Promise<Result>): Promise<Result>;
  /** The observer of the operations pipeline: the metric, and a span that has just ended. */
  operationEnded(operation: string, outcome: string, ms: number, surface: string): void;
  /** Sends what waits, and stops tracing. */
  close(): Promise<void>;
}

const kinds = { internal: SpanKind.INTERNAL, server: SpanKind.SERVER, client: SpanKind.CLIENT };

async function runInSpan<Result>(
  tracer: Tracer,
  name: string,
  details: SpanDetails,
  run: (span: Span) => Promise<Result>,
): Promise<Result> {
  const { kind = 'internal', attributes = {}, traceparent } = details;
  const caller = parseTraceparent(traceparent);
  const within = caller ? trace.setSpanContext(context.active(), caller) : context.active();
  const span = tracer.startSpan(name, { kind: kinds[kind], attributes }, within);
  try {
    return await context.with(trace.setSpan(within, span), run, undefined, span);
  } catch (error) {
    span.recordException(error instanceof Error ? error : 'Error');
    span.setStatus({ code: SpanStatusCode.ERROR });
    throw error;
  } finally {
    span.end();
  }
}

function withoutTracing(metrics: Metrics): Telemetry {
  return {
    metrics,
    isTracing: false,
    span: (_name, _details, run) => run(undefined),
    operationEnded: (operation, outcome, ms) => metrics.operation(operation, outcome, ms),
    close: () => Promise.resolve(),
  };
}

function tellSometimes(log: Log | undefined): (reason: string) => void {
  let toldMs = Number.NEGATIVE_INFINITY;
  return (reason) => {
    if (performance.now() - toldMs < 60_000) return;
    toldMs = performance.now();
    log?.warn({ reason }, 'Traces are being lost. Check OTEL_EXPORTER_OTLP_ENDPOINT.');
  };
}

/** Metrics always, traces where an endpoint is given. With one, it is OpenTelemetry's global provider, so that libraries that trace join in: one a process. */
export function createTelemetry(options: TelemetryOptions = {}): Telemetry {
  const { processMetrics = true, otlpEndpoint, serviceName = 'kith', version = '' } = options;
  const metrics = createMetrics({ processMetrics });
  if (!otlpEndpoint) return withoutTracing(metrics);

  const tell = tellSometimes(options.log);
  const exporter = createExporter({
    endpoint: otlpEndpoint,
    headers: options.otlpHeaders ?? {},
    resource: { 'service.name': serviceName, 'service.version': version },
    onDropped(spans, reason) {
      metrics.spansDropped(spans);
      tell(reason);
    },
  });
  const tracer = createTracer(options.sampleRatio ?? 1, exporter.add);
  context.setGlobalContextManager(createContextManager());
  trace.setGlobalTracerProvider({ getTracer: () => tracer });
  return {
    metrics,
    isTracing: true,
    span: (name, details, run) => runInSpan(tracer, name, details, run),
    operationEnded(operation, outcome, ms, surface) {
      metrics.operation(operation, outcome, ms);
      const attributes = { 'kith.outcome': outcome, 'kith.surface': surface };
      const span = tracer.startSpan(operation, { attributes, startTime: epochMs() - ms });
      if (outcome !== 'ok') span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    },
    async close() {
      await exporter.close();
      trace.disable();
      context.disable();
    },
  };
}

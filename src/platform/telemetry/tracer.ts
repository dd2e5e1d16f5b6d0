import { randomBytes } from 'node:crypto';
import {
  type Context,
  context,
  type Span,
  type SpanContext,
  SpanKind,
  type SpanOptions,
  TraceFlags,
  type Tracer,
  trace,
} from '@opentelemetry/api';
import { epochMs, RecordedSpan } from './span.ts';

/** A tracer whose finished spans go to `onEnd`. A new trace is recorded with a chance of `sampleRatio`; one that has begun elsewhere follows its caller. */
export function createTracer(sampleRatio: number, onEnd: (span: RecordedSpan) => void): Tracer {
  const isSampled = (parent: SpanContext | undefined): boolean =>
    parent ? (parent.traceFlags & TraceFlags.SAMPLED) !== 0 : sampleRatio >= 1 || Math.random() < sampleRatio;

  function startSpan(name: string, options: SpanOptions = {}, within: Context = context.active()): Span {
    const parent = options.root ? undefined : trace.getSpanContext(within);
    const sampled = isSampled(parent);
    const spanContext: SpanContext = {
      traceId: parent?.traceId ?? randomBytes(16).toString('hex'),
      spanId: randomBytes(8).toString('hex'),
      traceFlags: sampled ? TraceFlags.SAMPLED : TraceFlags.NONE,
    };
    if (!sampled) return trace.wrapSpanContext(spanContext);
    const { kind = SpanKind.INTERNAL, attributes, links = [], startTime } = options;
    const start = {
      name,
      kind,
      spanContext,
      parentSpanId: parent?.spanId,
      startMs: epochMs(startTime),
      attributes,
      links: [...links],
    };
    return new RecordedSpan(start, onEnd);
  }

  function startActiveSpan<Result>(
    name: string,
    ...rest: [SpanOptions, Context, (span: Span) => Result] | unknown[]
  ): Result {
    const run = rest.at(-1) as (span: Span) => Result;
    const options = rest.length > 1 ? (rest[0] as SpanOptions) : {};
    const within = rest.length > 2 ? (rest[1] as Context) : context.active();
    const span = startSpan(name, options, within);
    return context.with(trace.setSpan(within, span), run, undefined, span);
  }

  return { startSpan, startActiveSpan };
}

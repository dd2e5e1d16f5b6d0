import type {
  Attributes,
  AttributeValue,
  Exception,
  Link,
  Span,
  SpanContext,
  SpanKind,
  SpanStatus,
  TimeInput,
} from '@opentelemetry/api';
import { SpanStatusCode } from '@opentelemetry/api';

const longestText = 1024;
const mostAttributes = 64;

/** Milliseconds since 1970, with microseconds behind the point. */
export function epochMs(time?: TimeInput): number {
  if (time === undefined) return performance.timeOrigin + performance.now();
  if (time instanceof Date) return time.getTime();
  if (Array.isArray(time)) return time[0] * 1000 + time[1] / 1e6;
  // The API takes both: times since 1970, and those of performance.now().
  return time < performance.timeOrigin / 2 ? performance.timeOrigin + time : time;
}

function shortened(value: AttributeValue): AttributeValue {
  return typeof value === 'string' && value.length > longestText ? value.slice(0, longestText) : value;
}

export interface SpanStart {
  name: string;
  kind: SpanKind;
  spanContext: SpanContext;
  parentSpanId: string | undefined;
  startMs: number;
  attributes: Attributes | undefined;
  links: Link[];
}

/** A span that is recorded, and handed on when it ends. */
export class RecordedSpan implements Span {
  name: string;
  readonly kind: SpanKind;
  readonly parentSpanId: string | undefined;
  readonly startMs: number;
  readonly attributes = new Map<string, AttributeValue>();
  readonly events: { name: string; atMs: number; attributes: Attributes }[] = [];
  readonly links: Link[];
  status: SpanStatus = { code: SpanStatusCode.UNSET };
  endMs: number | undefined;
  readonly #spanContext: SpanContext;
  readonly #onEnd: (span: RecordedSpan) => void;

  constructor(start: SpanStart, onEnd: (span: RecordedSpan) => void) {
    this.name = start.name;
    this.kind = start.kind;
    this.parentSpanId = start.parentSpanId;
    this.startMs = start.startMs;
    this.links = start.links;
    this.#spanContext = start.spanContext;
    this.#onEnd = onEnd;
    this.setAttributes(start.attributes ?? {});
  }

  spanContext(): SpanContext {
    return this.#spanContext;
  }

  isRecording(): boolean {
    return this.endMs === undefined;
  }

  setAttribute(key: string, value: AttributeValue): this {
    if (this.isRecording() && (this.attributes.size < mostAttributes || this.attributes.has(key))) {
      this.attributes.set(key, shortened(value));
    }
    return this;
  }

  setAttributes(attributes: Attributes): this {
    for (const [key, value] of Object.entries(attributes)) if (value !== undefined) this.setAttribute(key, value);
    return this;
  }

  addEvent(name: string, attributesOrTime?: Attributes | TimeInput, time?: TimeInput): this {
    const isTime =
      typeof attributesOrTime !== 'object' || Array.isArray(attributesOrTime) || attributesOrTime instanceof Date;
    const atMs = epochMs(isTime ? (attributesOrTime as TimeInput | undefined) : time);
    const attributes = isTime ? {} : (attributesOrTime as Attributes);
    if (this.isRecording() && this.events.length < mostAttributes) this.events.push({ name, atMs, attributes });
    return this;
  }

  addLink(link: Link): this {
    return this.addLinks([link]);
  }

  addLinks(links: Link[]): this {
    if (this.isRecording()) this.links.push(...links.slice(0, mostAttributes - this.links.length));
    return this;
  }

  setStatus(status: SpanStatus): this {
    if (this.isRecording()) this.status = status;
    return this;
  }

  updateName(name: string): this {
    if (this.isRecording()) this.name = name;
    return this;
  }

  /** Only the error's type: its message may speak of people. */
  recordException(exception: Exception, time?: TimeInput): void {
    const type = typeof exception === 'string' ? 'Error' : (exception.name ?? 'Error');
    this.addEvent('exception', { 'exception.type': type }, time);
  }

  end(time?: TimeInput): void {
    if (!this.isRecording()) return;
    this.endMs = Math.max(epochMs(time), this.startMs);
    this.#onEnd(this);
  }
}

export { createTelemetry, type SpanDetails, type Telemetry, type TelemetryOptions } from './create-telemetry.ts';
export type { Metrics } from './metrics.ts';
export { currentTraceparent } from './traceparent.ts';

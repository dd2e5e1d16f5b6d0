import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

const bucketsSeconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** What is counted and timed. Labels are names from the code (operations, routes, handlers), never values of people: each new one costs memory. */
export interface Metrics {
  /** An operation has ended; the outcome is `ok` or the code of the problem. */
  operation(operation: string, outcome: string, ms: number): void;
  /** An answer was given; the route is its pattern (`/api/v1/contacts/:id`), undefined where none matched. */
  http(method: string, route: string | undefined, status: number, ms: number): void;
  /** A handler has had events; how long the first of them had waited. */
  eventsHandled(handler: string, events: number, waitedMs: number): void;
  /** How far a handler group is behind the log: events, the age of the oldest of them, and how many were put aside. */
  eventLag(handler: string, lag: { behind: number; lagMs: number; failed: number }): void;
  job(job: string, outcome: string, ms: number): void;
  /** Jobs that wait to be run. */
  jobsWaiting(jobs: number): void;
  /** Rows of imports, by what became of them (`created`, `rejected`, …); its rate is rows a second. */
  importRows(object: string, outcome: string, rows: number): void;
  /** Contacts by the grade of their score, in all workspaces. */
  scoreDistribution(contacts: Readonly<Record<string, number>>): void;
  /** Spans that could not be sent. */
  spansDropped(spans: number): void;
  /** The text for Prometheus. */
  render(): Promise<string>;
  readonly contentType: string;
}

/** A registry of its own, with what Node tells about itself unless `processMetrics` is false. */
export function createMetrics({ processMetrics = true }: { processMetrics?: boolean } = {}): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const seconds = <Label extends string>(name: string, help: string, labelNames: Label[]) =>
    new Histogram({ name, help, labelNames, buckets: bucketsSeconds, registers });

  const operation = seconds('kith_operation_seconds', 'Time of an operation.', ['operation', 'outcome']);
  const http = seconds('kith_http_seconds', 'Time of an HTTP request.', ['method', 'route', 'status']);
  const job = seconds('kith_job_seconds', 'Time of a job.', ['job', 'outcome']);
  const gauge = <Label extends string>(name: string, help: string, labelNames: Label[] = []) =>
    new Gauge({ name, help, labelNames, registers });
  const eventLag = gauge('kith_event_lag_seconds', 'Age of the oldest event that a handler has not had.', ['handler']);
  const eventsBehind = gauge('kith_events_behind', 'Events that a handler has not had.', ['handler']);
  const eventsFailed = gauge('kith_events_failed', 'Events that a handler could not take.', ['handler']);
  const eventWait = seconds('kith_event_wait_seconds', 'Time from an event to the end of its handling.', ['handler']);
  const eventsHandled = new Counter({
    name: 'kith_events_handled_total',
    help: 'Events that a handler has had.',
    labelNames: ['handler'],
    registers,
  });
  const jobsWaiting = gauge('kith_jobs_waiting', 'Jobs that wait to be run.');
  const scores = gauge('crm_lead_score_distribution', 'Contacts by the grade of their score.', ['grade']);
  const rowsHelp = 'Rows of imports by what became of them.';
  const importRows = new Counter({
    name: 'kith_import_rows_total',
    help: rowsHelp,
    labelNames: ['object', 'outcome'],
    registers,
  });
  const spansDropped = new Counter({
    name: 'kith_spans_dropped_total',
    help: 'Spans that could not be sent.',
    registers,
  });
  if (processMetrics) collectDefaultMetrics({ register: registry });

  return {
    operation: (name, outcome, ms) => operation.observe({ operation: name, outcome }, ms / 1000),
    http: (method, route, status, ms) => http.observe({ method, route: route ?? 'none', status }, ms / 1000),
    eventsHandled(handler, events, waitedMs) {
      eventsHandled.inc({ handler }, events);
      eventWait.observe({ handler }, waitedMs / 1000);
    },
    eventLag(handler, { behind, lagMs, failed }) {
      eventsBehind.set({ handler }, behind);
      eventLag.set({ handler }, lagMs / 1000);
      eventsFailed.set({ handler }, failed);
    },
    job: (name, outcome, ms) => job.observe({ job: name, outcome }, ms / 1000),
    jobsWaiting: (jobs) => jobsWaiting.set(jobs),
    scoreDistribution(contacts) {
      for (const [grade, count] of Object.entries(contacts)) scores.set({ grade }, count);
    },
    importRows: (object, outcome, rows) => importRows.inc({ object, outcome }, rows),
    spansDropped: (spans) => spansDropped.inc(spans),
    render: () => registry.metrics(),
    contentType: registry.contentType,
  };
}

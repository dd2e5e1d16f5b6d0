export type ProcessName = 'start' | 'serve' | 'work' | 'migrate';

/** What the command line calls processes: they run until they are told to stop, but for `migrate`. */
export const processSummaries: Record<ProcessName, string> = {
  start: 'Starts everything in one process: database, server, handlers and jobs.',
  serve: 'Runs the HTTP server only.',
  work: 'Runs handlers and jobs only.',
  migrate: 'Brings the schema of the database up to date.',
};

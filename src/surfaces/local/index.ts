export { aboutServer, type ServerAbout, serverHost } from './client.ts';
export { type Host, type LocalAnswer, type LocalCall, type LocalFile, Refusal, refusalOf } from './host.ts';
export { localSocketPath } from './socket-path.ts';

// What serves is loaded by those who serve, so that a command starts fast.
/** As `listenLocally` of server.ts. */
export const serveLocally = async (...options: Parameters<typeof import('./server.ts').listenLocally>) =>
  (await import('./server.ts')).listenLocally(...options);

/** As `processHost` of process-host.ts. */
export const hostHere = async (...options: Parameters<typeof import('./process-host.ts').processHost>) =>
  (await import('./process-host.ts')).processHost(...options);

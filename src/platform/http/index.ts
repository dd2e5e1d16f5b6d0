export { answerProblem, createHttpServer, type HttpServerOptions } from './server.ts';

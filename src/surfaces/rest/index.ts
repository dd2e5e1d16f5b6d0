export { type Authenticate, authenticateRequests } from './authenticate.ts';
export { addHealthRoutes } from './health.ts';
export { type Limiter, limitRequests, type ProgramLimits } from './limits.ts';
export { addOperationRoutes, apiPrefix, type RestOptions } from './routes.ts';
export { addSessionRoutes, type SessionOptions } from './session.ts';

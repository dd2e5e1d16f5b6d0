export { addHealthRoutes } from './health.ts';
export { type Limiter, limitKeys } from './limits.ts';
export { type Authenticate, addOperationRoutes, apiPrefix, type RestOptions } from './routes.ts';
export { addSessionRoutes, authenticateRequests, type SessionOptions } from './session.ts';

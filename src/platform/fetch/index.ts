import './errors.ts';

export { type Answer, createFetch, type Fetch, type FetchOptions, type OutgoingRequest } from './fetch.ts';

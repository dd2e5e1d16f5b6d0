export { Buckets, type Limit, type Spent } from './buckets.ts';

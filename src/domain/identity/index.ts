export { user } from './fields.ts';

export { communication } from './fields.ts';
export { communicationsModule } from './module.ts';

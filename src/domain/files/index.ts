export { clamdScanner } from './adapters/clamd/clamd.ts';
export { file } from './fields.ts';
export { filesModule } from './module.ts';

export { relationship } from './fields.ts';
export { relationshipsModule } from './module.ts';

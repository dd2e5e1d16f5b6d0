export { customRecord } from './fields.ts';
export { customObjectsModule } from './module.ts';

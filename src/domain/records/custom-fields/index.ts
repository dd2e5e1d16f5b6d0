export { customFieldsModule } from './module.ts';

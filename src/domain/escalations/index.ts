export { escalationsModule } from './module.ts';

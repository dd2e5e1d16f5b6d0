export { mergingModule } from './module.ts';

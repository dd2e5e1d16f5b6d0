export { listsModule } from './module.ts';

export { historyModule } from './module.ts';

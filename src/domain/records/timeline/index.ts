export { timelineModule } from './module.ts';

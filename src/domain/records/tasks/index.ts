export { task } from './fields.ts';
export { tasksModule } from './module.ts';

export { mergeEventsOf } from './mergeable.ts';
export { mergingModule } from './module.ts';

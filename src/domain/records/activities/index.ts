export { activity, activityTypes } from './fields.ts';
export { completeLinks } from './links.ts';
export { activitiesModule } from './module.ts';

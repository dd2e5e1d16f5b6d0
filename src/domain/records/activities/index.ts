export { activity, activityTypes } from './fields.ts';
export { activitiesModule } from './module.ts';

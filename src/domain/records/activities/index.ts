export { activity, activityTypes } from './fields.ts';
export { completeLinks, type LinkedKind, linkFields, refuseUnlinked } from './links.ts';
export { activitiesModule } from './module.ts';
export { type ActivitiesRequest, type ActivityWith, activitiesWith } from './store/activities-with.ts';

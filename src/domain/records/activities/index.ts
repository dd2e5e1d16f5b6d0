export { activity, activityTypes } from './fields.ts';
export { completeLinks, type LinkedKind, linkFields, refuseUnlinked } from './links.ts';
export { activitiesModule } from './module.ts';

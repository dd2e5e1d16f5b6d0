export { routingRule } from './fields.ts';
export { routingModule } from './module.ts';
export { presentRouting, routingAnswer } from './present-routing.ts';
export { routeRecords } from './route-records.ts';
export { conditionText } from './rules/condition-text.ts';
export type { Decision, Subject } from './rules/desk.ts';
export {
  forgetRouting,
  insertRouting,
  type LoggedRouting,
  type RoutingEntry,
  type RoutingKind,
  rejectersOf,
  routingLog,
} from './store/routing-log.ts';

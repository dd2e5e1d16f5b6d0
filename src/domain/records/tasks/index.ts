export { task } from './fields.ts';
export { describedTask, makeTasks, ownerOf, subjectsOf } from './make-tasks.ts';
export { tasksModule } from './module.ts';
export { ruleEvents } from './rules/rule-events.ts';
export { meeting } from './store/rules.ts';
export { checkTrigger, recordsMeant } from './trigger.ts';

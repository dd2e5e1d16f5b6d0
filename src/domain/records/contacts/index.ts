export { contact } from './fields.ts';
export { contactsModule } from './module.ts';
export type { ReadContact } from './rules/complete-contact.ts';
export { stagesBefore } from './rules/lifecycle.ts';
export { furtherWays } from './rules/ways-to-reach.ts';
export { contactsWithKeys, type KnownPoint, lockAllEmailKeys, lockEmailKeys } from './store/contact-points.ts';
export { lifecycleIn } from './store/lifecycle.ts';
export { type ContactScore, type PreviousScore, setScores } from './store/scores.ts';

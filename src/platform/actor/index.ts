export { type Actor, may, systemActor } from './actor.ts';

export { type Clock, frozenClock, systemClock } from './clock.ts';

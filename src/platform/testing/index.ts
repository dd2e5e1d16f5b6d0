export { type Refuses, refusalsIn } from './refuses.ts';
export { type TestDatabase, testDatabase } from './test-database.ts';
export { type Answer, testWorld, type World } from './world.ts';

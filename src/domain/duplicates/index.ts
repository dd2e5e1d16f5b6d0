export { duplicatesModule } from './module.ts';

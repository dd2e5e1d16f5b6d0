export { sharesModule } from './module.ts';

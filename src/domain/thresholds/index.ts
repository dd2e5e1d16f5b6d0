export { thresholdsModule } from './module.ts';

export { forecastsModule } from './module.ts';

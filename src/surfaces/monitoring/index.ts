export { addMonitoring } from './monitoring.ts';

export { indexRecords, searchHandler } from './index-records.ts';

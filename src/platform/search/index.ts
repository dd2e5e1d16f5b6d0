export { forgetSearched, indexRecords, searchHandler } from './index-records.ts';

export { type FindObject, forgetSearched, indexRecords, searchHandler } from './index-records.ts';

export { addJob, type JobOptions } from './add-job.ts';
export { jobGotOn } from './got-on.ts';
export { defineJob, type Job, type JobContext } from './job.ts';
export { migrateJobs } from './migrate-jobs.ts';
export { type JobRunner, startJobs } from './run-jobs.ts';
export { waitingJobs } from './waiting.ts';

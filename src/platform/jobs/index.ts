export { addJob, type JobOptions } from './add-job.ts';
export { defineJob, type Job, type JobContext } from './job.ts';
export { type JobRunner, migrateJobs, startJobs } from './run-jobs.ts';

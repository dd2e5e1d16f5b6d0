import { defineRecordEvents } from '#platform/records';
import { pipeline } from './fields.ts';

defineRecordEvents(pipeline);

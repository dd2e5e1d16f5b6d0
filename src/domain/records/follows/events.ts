import { defineRecordEvents } from '#platform/records';
import { follow } from './fields.ts';

defineRecordEvents(follow);

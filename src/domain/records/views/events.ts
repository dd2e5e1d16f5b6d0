import { defineRecordEvents } from '#platform/records';
import { view } from './fields.ts';

export const viewEvents = defineRecordEvents(view);

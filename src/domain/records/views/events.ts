import { defineRecordEvents } from '#platform/records';
import { view } from './fields.ts';

defineRecordEvents(view);

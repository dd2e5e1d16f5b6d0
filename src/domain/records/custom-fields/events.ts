import { defineRecordEvents } from '#platform/records';
import { customField } from './fields.ts';

defineRecordEvents(customField);

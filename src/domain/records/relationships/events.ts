import { defineRecordEvents } from '#platform/records';
import { relationship } from './fields.ts';

defineRecordEvents(relationship);

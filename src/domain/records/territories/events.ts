import { defineRecordEvents } from '#platform/records';
import { territory } from './fields.ts';

defineRecordEvents(territory);

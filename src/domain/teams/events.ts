import { defineRecordEvents } from '#platform/records';
import { team } from './fields.ts';

defineRecordEvents(team);

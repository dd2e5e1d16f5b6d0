import { defineRecordEvents } from '#platform/records';
import { routingRule } from './fields.ts';

defineRecordEvents(routingRule);

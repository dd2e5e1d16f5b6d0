import { defineRecordEvents } from '#platform/records';
import { lineItem, product } from './fields.ts';

defineRecordEvents(product);
defineRecordEvents(lineItem);

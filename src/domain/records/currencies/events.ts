import { defineRecordEvents } from '#platform/records';
import { currencyRate } from './fields.ts';

/** The kinds of events that change what amounts are worth. */
export const rateEvents = defineRecordEvents(currencyRate).map((event) => event.type);

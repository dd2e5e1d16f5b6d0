import { defineEvent } from '#platform/events';

export const forecastKept = defineEvent({
  type: 'crm.forecast.kept',
  summary: 'The forecasts of the pipelines were kept as they stood on a day.',
  aliases: ['forecast.kept'],
  permission: 'deals:read',
  data: {
    day: 'the day, as 2026-11-29',
    months: 'how many months of pipelines have a forecast',
    deals: 'how many deals are counted',
  },
});

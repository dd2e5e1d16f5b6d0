import { defineEvent } from '#platform/events';

const data = {
  thresholdId: 'which line',
  name: 'how the line is called',
  measure: 'the figure, as handler_lag_seconds or open_amount',
  value: 'what the figure is',
  limit: 'where the line is',
  side: 'above or below: on which side of it the figure is to be told of',
  pipelineId: 'of which pipeline; null where it is of none',
  handler: 'of which handler; null where it is of none, or of all',
};

export const thresholdExceeded = defineEvent({
  type: 'kith.threshold.exceeded',
  summary: 'A figure crossed a line that an administrator had drawn.',
  aliases: ['performance.threshold_exceeded'],
  permission: 'thresholds:read',
  data,
});
export const thresholdRecovered = defineEvent({
  type: 'kith.threshold.recovered',
  summary: 'A figure that had crossed its line came back.',
  permission: 'thresholds:read',
  data,
});
export const thresholdsSet = defineEvent({
  type: 'kith.threshold.set',
  summary: 'The lines that figures may not cross were drawn anew.',
  permission: 'thresholds:read',
  data: { thresholds: 'how many there are' },
});

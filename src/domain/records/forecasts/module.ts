import './events.ts';
import { defineModule } from '#platform/operations';
import { keepInTheEvening } from './handlers/keep-in-the-evening.ts';
import { keepForecastsJob } from './jobs/keep-forecasts.ts';
import { forecastMoves } from './operations/forecast-moves.ts';
import { keepForecasts } from './operations/keep-forecasts.ts';

export const forecastsModule = defineModule({
  name: 'forecasts',
  summary: 'What was expected of each month, kept day by day.',
  needs: ['currencies', 'pipelines'],
  operations: [keepForecasts, forecastMoves],
  handlers: [keepInTheEvening],
  jobs: [keepForecastsJob],
});

import './events.ts';
import { defineModule } from '#platform/operations';
import { lookAtFigures } from './jobs/look-at-figures.ts';
import { listThresholds } from './operations/list-thresholds.ts';
import { lookAtThresholds } from './operations/look-at-thresholds.ts';
import { setThresholds } from './operations/set-thresholds.ts';

export const thresholdsModule = defineModule({
  name: 'thresholds',
  summary: 'Figures of the workspace that somebody wants to hear of when they cross a line.',
  needs: ['pipelines', 'deals'],
  operations: [listThresholds, setThresholds, lookAtThresholds],
  jobs: [lookAtFigures],
});

import './events.ts';
import { defineModule } from '#platform/operations';
import { scoreChanges } from './handlers/score-changes.ts';
import { fadeScores } from './jobs/fade-scores.ts';
import { rescoreAll } from './jobs/rescore-all.ts';
import { clearScoreOverride } from './operations/clear-score-override.ts';
import { fadeChunk } from './operations/fade-chunk.ts';
import { getEngagement } from './operations/get-engagement.ts';
import { getModel } from './operations/get-model.ts';
import { getScore } from './operations/get-score.ts';
import { overrideScore } from './operations/override-score.ts';
import { rescoreChunk } from './operations/rescore-chunk.ts';
import { rescoreContacts } from './operations/rescore-contacts.ts';
import { updateModel } from './operations/update-model.ts';

export const scoringModule = defineModule({
  name: 'scoring',
  summary: 'How good a lead each contact is, and why.',
  needs: ['contacts'],
  operations: [
    getScore,
    getEngagement,
    overrideScore,
    clearScoreOverride,
    rescoreContacts,
    getModel,
    updateModel,
    rescoreChunk,
    fadeChunk,
  ],
  handlers: [scoreChanges],
  jobs: [rescoreAll, fadeScores],
});

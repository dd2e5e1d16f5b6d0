import './events.ts';
import './kind.ts';
import { defineModule } from '#platform/operations';
import { scoreChanges } from './handlers/score-changes.ts';
import { fadeScores } from './jobs/fade-scores.ts';
import { previewModel } from './jobs/preview-model.ts';
import { rescoreAll } from './jobs/rescore-all.ts';
import { activateModel } from './operations/activate-model.ts';
import { clearScoreOverride } from './operations/clear-score-override.ts';
import { createModel } from './operations/create-model.ts';
import { deleteModel } from './operations/delete-model.ts';
import { editModel } from './operations/edit-model.ts';
import { fadeChunk } from './operations/fade-chunk.ts';
import { getAnyModel } from './operations/get-any-model.ts';
import { getEngagement } from './operations/get-engagement.ts';
import { getModel } from './operations/get-model.ts';
import { getPreview } from './operations/get-preview.ts';
import { getScore } from './operations/get-score.ts';
import { listModels } from './operations/list-models.ts';
import { listVersions } from './operations/list-versions.ts';
import { overrideScore } from './operations/override-score.ts';
import { previewChunk } from './operations/preview-chunk.ts';
import { rescoreChunk } from './operations/rescore-chunk.ts';
import { rescoreContacts } from './operations/rescore-contacts.ts';
import { restoreModel } from './operations/restore-model.ts';
import { rollBackModel } from './operations/roll-back-model.ts';
import { startPreview } from './operations/start-preview.ts';
import { updateModel } from './operations/update-model.ts';

export const scoringModule = defineModule({
  name: 'scoring',
  summary: 'How good a lead each contact is, and why.',
  needs: ['matching', 'contacts'],
  operations: [
    getScore,
    getEngagement,
    overrideScore,
    clearScoreOverride,
    rescoreContacts,
    getModel,
    updateModel,
    activateModel,
    createModel,
    deleteModel,
    editModel,
    getAnyModel,
    getPreview,
    listModels,
    listVersions,
    previewChunk,
    restoreModel,
    rollBackModel,
    startPreview,
    rescoreChunk,
    fadeChunk,
  ],
  handlers: [scoreChanges],
  jobs: [rescoreAll, fadeScores, previewModel],
});

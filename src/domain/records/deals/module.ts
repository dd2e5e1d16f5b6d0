import './errors.ts';
import './events.ts';
import './kind.ts';
import './rotting.ts';
import { defineModule } from '#platform/operations';
import { refreshOnChange } from './handlers/refresh-deals.ts';
import { refreshDeals } from './jobs/refresh-deals.ts';
import { addCompetitor } from './operations/add-competitor.ts';
import { addStakeholder } from './operations/add-stakeholder.ts';
import { bulkDeleteDeals } from './operations/bulk-delete-deals.ts';
import { bulkUpdateDeals } from './operations/bulk-update-deals.ts';
import { changeStage } from './operations/change-stage.ts';
import { comparePipelines } from './operations/compare-pipelines.ts';
import { createDeal } from './operations/create-deal.ts';
import { deleteDeal } from './operations/delete-deal.ts';
import { exportDeals } from './operations/export-deals.ts';
import { getBoard } from './operations/get-board.ts';
import { getDeal } from './operations/get-deal.ts';
import { listAccountDeals } from './operations/list-account-deals.ts';
import { listCompetitors } from './operations/list-competitors.ts';
import { listContactDeals } from './operations/list-contact-deals.ts';
import { listDeals } from './operations/list-deals.ts';
import { listStakeholders } from './operations/list-stakeholders.ts';
import { moveDeal } from './operations/move-deal.ts';
import { pipelineMetrics } from './operations/pipeline-metrics.ts';
import { refreshChunk } from './operations/refresh-chunk.ts';
import { removeCompetitor } from './operations/remove-competitor.ts';
import { removeStakeholder } from './operations/remove-stakeholder.ts';
import { replaceDeal } from './operations/replace-deal.ts';
import { restoreDeal } from './operations/restore-deal.ts';
import { setStages } from './operations/set-stages.ts';
import { stageHistory } from './operations/stage-history.ts';
import { updateCompetitor } from './operations/update-competitor.ts';
import { updateDeal } from './operations/update-deal.ts';
import { updateStakeholder } from './operations/update-stakeholder.ts';

export const dealsModule = defineModule({
  name: 'deals',
  summary: 'Business that may be won, and its way through the stages; opportunities, as others say.',
  needs: ['contacts', 'currencies', 'pipelines'],
  operations: [
    listDeals,
    getDeal,
    createDeal,
    updateDeal,
    replaceDeal,
    deleteDeal,
    restoreDeal,
    bulkUpdateDeals,
    bulkDeleteDeals,
    exportDeals,
    changeStage,
    stageHistory,
    moveDeal,
    getBoard,
    setStages,
    pipelineMetrics,
    comparePipelines,
    listStakeholders,
    addStakeholder,
    updateStakeholder,
    removeStakeholder,
    listCompetitors,
    addCompetitor,
    updateCompetitor,
    removeCompetitor,
    refreshChunk,
    listAccountDeals,
    listContactDeals,
  ],
  handlers: [refreshOnChange],
  jobs: [refreshDeals],
});

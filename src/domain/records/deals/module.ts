import './errors.ts';
import './events.ts';
import './kind.ts';
import { defineModule } from '#platform/operations';
import { bulkDeleteDeals } from './operations/bulk-delete-deals.ts';
import { bulkUpdateDeals } from './operations/bulk-update-deals.ts';
import { changeStage } from './operations/change-stage.ts';
import { createDeal } from './operations/create-deal.ts';
import { deleteDeal } from './operations/delete-deal.ts';
import { exportDeals } from './operations/export-deals.ts';
import { getDeal } from './operations/get-deal.ts';
import { listAccountDeals } from './operations/list-account-deals.ts';
import { listContactDeals } from './operations/list-contact-deals.ts';
import { listDeals } from './operations/list-deals.ts';
import { replaceDeal } from './operations/replace-deal.ts';
import { restoreDeal } from './operations/restore-deal.ts';
import { stageHistory } from './operations/stage-history.ts';
import { updateDeal } from './operations/update-deal.ts';

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
    listAccountDeals,
    listContactDeals,
  ],
});

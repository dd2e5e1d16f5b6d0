import './errors.ts';
import './events.ts';
import './kind.ts';
import { defineModule } from '#platform/operations';
import { mirrorScores } from './handlers/mirror-scores.ts';
import { markOverdueLeads } from './jobs/mark-overdue-leads.ts';
import { regradeLeads } from './jobs/regrade-leads.ts';
import { acceptLead } from './operations/accept-lead.ts';
import { assignLead } from './operations/assign-lead.ts';
import { assignSomeLeads } from './operations/assign-leads.ts';
import { bulkDeleteLeads } from './operations/bulk-delete-leads.ts';
import { bulkUpdateLeads } from './operations/bulk-update-leads.ts';
import { captureLead } from './operations/capture-lead.ts';
import { convertOneLead } from './operations/convert-lead.ts';
import { convertNamedLead } from './operations/convert-named-lead.ts';
import { createLead } from './operations/create-lead.ts';
import { deleteLead } from './operations/delete-lead.ts';
import { disqualifyLead } from './operations/disqualify-lead.ts';
import { exportLeads } from './operations/export-leads.ts';
import { getLead } from './operations/get-lead.ts';
import { getLeadScore } from './operations/get-lead-score.ts';
import { getLeadSettings } from './operations/get-lead-settings.ts';
import { listAccountLeads } from './operations/list-account-leads.ts';
import { listContactLeads } from './operations/list-contact-leads.ts';
import { listLeadRouting } from './operations/list-lead-routing.ts';
import { listLeads } from './operations/list-leads.ts';
import { markOverdueChunk } from './operations/mark-overdue-chunk.ts';
import { regradeChunk } from './operations/regrade-chunk.ts';
import { rejectLead } from './operations/reject-lead.ts';
import { replaceLead } from './operations/replace-lead.ts';
import { restoreLead } from './operations/restore-lead.ts';
import { scoreLead } from './operations/score-lead.ts';
import { scoreSomeLeads } from './operations/score-leads.ts';
import { updateLead } from './operations/update-lead.ts';
import { updateLeadSettings } from './operations/update-lead-settings.ts';

export const leadsModule = defineModule({
  name: 'leads',
  summary: 'The interests that contacts have shown: captured, scored, routed, worked on, converted.',
  needs: ['identity', 'matching', 'accounts', 'contacts', 'deals', 'scoring', 'routing'],
  operations: [
    listLeads,
    getLead,
    createLead,
    captureLead,
    updateLead,
    replaceLead,
    deleteLead,
    restoreLead,
    bulkUpdateLeads,
    bulkDeleteLeads,
    exportLeads,
    listContactLeads,
    listAccountLeads,
    assignLead,
    assignSomeLeads,
    acceptLead,
    rejectLead,
    disqualifyLead,
    convertOneLead,
    convertNamedLead,
    scoreLead,
    scoreSomeLeads,
    getLeadScore,
    listLeadRouting,
    getLeadSettings,
    updateLeadSettings,
    markOverdueChunk,
    regradeChunk,
  ],
  handlers: [mirrorScores],
  jobs: [markOverdueLeads, regradeLeads],
});

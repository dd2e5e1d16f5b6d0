import './events.ts';
import { defineModule } from '#platform/operations';
import { eraseAudit } from './operations/erase-audit.ts';
import { exportAudit } from './operations/export-audit.ts';
import { listAudit } from './operations/list-audit.ts';
import { verifyAudit } from './operations/verify-audit.ts';

export const auditModule = defineModule({
  name: 'audit',
  summary: 'Who did what, when and from where: searched, exported, verified.',
  needs: [],
  operations: [listAudit, exportAudit, verifyAudit, eraseAudit],
});

import './errors.ts';
import './events.ts';
import './fields.ts';
import { defineModule } from '#platform/operations';
import { runImport } from './jobs/run-import.ts';
import { beginImport } from './operations/begin-import.ts';
import { cancelImport } from './operations/cancel-import.ts';
import { createImport } from './operations/create-import.ts';
import { endImport } from './operations/end-import.ts';
import { getImport } from './operations/get-import.ts';
import { importChunk } from './operations/import-chunk.ts';
import { importRejects } from './operations/import-rejects.ts';
import { linkParents } from './operations/link-parents.ts';
import { listImports } from './operations/list-imports.ts';
import { pauseImport } from './operations/pause-import.ts';
import { previewImport } from './operations/preview-import.ts';
import { resumeImport } from './operations/resume-import.ts';

export const intakeModule = defineModule({
  name: 'intake',
  summary: 'Brings in records from files: mapped, cleaned, deduplicated, scored.',
  needs: [
    'pipelines',
    'currencies',
    'deals',
    'products',
    'identity',
    'matching',
    'accounts',
    'contacts',
    'leads',
    'scoring',
  ],
  operations: [
    previewImport,
    createImport,
    listImports,
    getImport,
    pauseImport,
    resumeImport,
    cancelImport,
    importRejects,
    beginImport,
    importChunk,
    linkParents,
    endImport,
  ],
  jobs: [runImport],
});

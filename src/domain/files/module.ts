import './errors.ts';
import './events.ts';
import './kind.ts';
import './ports.ts';
import { defineModule } from '#platform/operations';
import { expireFileJob } from './jobs/expire-file.ts';
import { removeContentsJob } from './jobs/remove-contents.ts';
import { scanVersionJob } from './jobs/scan-version.ts';
import { deleteFile } from './operations/delete-file.ts';
import { downloadFile } from './operations/download-file.ts';
import { expireFile } from './operations/expire-file.ts';
import { getFile } from './operations/get-file.ts';
import { listFiles } from './operations/list-files.ts';
import { listVersions } from './operations/list-versions.ts';
import { previewFile } from './operations/preview-file.ts';
import { recordScan } from './operations/record-scan.ts';
import { restoreFile } from './operations/restore-file.ts';
import { restoreVersion } from './operations/restore-version.ts';
import { setPermissions } from './operations/set-permissions.ts';
import { updateFile } from './operations/update-file.ts';
import { uploadFile } from './operations/upload-file.ts';

export const filesModule = defineModule({
  name: 'files',
  summary: 'Files on records of any kind: versions, who may read them, quarantine, how long they stay.',
  needs: ['identity'],
  operations: [
    listFiles,
    getFile,
    uploadFile,
    updateFile,
    deleteFile,
    restoreFile,
    downloadFile,
    previewFile,
    listVersions,
    restoreVersion,
    setPermissions,
    expireFile,
    recordScan,
  ],
  jobs: [scanVersionJob, expireFileJob, removeContentsJob],
});

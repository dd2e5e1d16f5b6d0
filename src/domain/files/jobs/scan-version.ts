import { z } from 'zod';
import { defineJob } from '#platform/jobs';
import { execute } from '#platform/operations';
import { contentOf } from '../content.ts';
import { recordScan } from '../operations/record-scan.ts';
import { versionById } from '../store/versions.ts';

/** Has a version scanned; while the scanner cannot be reached the version stays in quarantine, and it is tried again. */
export const scanVersionJob = defineJob({
  name: 'files.scan',
  summary: 'Has a version of a file scanned for viruses.',
  input: z.object({ versionId: z.uuid() }),
  async run({ ports, workspaceId, actor, jobId }, { versionId }) {
    const version = await versionById(ports.database.reader(workspaceId), versionId);
    if (version?.scan !== 'pending') return;
    if (!ports.scanner) throw new Error('CLAMD_SOCKET is not set any more: files wait in quarantine for their scan.');
    const verdict = await ports.scanner.scan(contentOf(ports, workspaceId, version, 0, version.size));
    await execute(ports, recordScan, { versionId, ...verdict }, { actor, surface: 'job', requestId: jobId });
  },
});

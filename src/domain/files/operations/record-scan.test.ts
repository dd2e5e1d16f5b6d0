import { afterAll, expect, test } from 'vitest';
import { parseId } from '#platform/ids';
import { clamdScanner } from '../adapters/clamd/clamd.ts';
import { eicar, localClamd } from '../adapters/clamd/clamd-fixture.ts';
import { filesWorld } from '../files-world.fixture.ts';
import { scanVersionJob } from '../jobs/scan-version.ts';
import { getFile } from './get-file.ts';
import { previewFile } from './preview-file.ts';
import { recordScan } from './record-scan.ts';
import { restoreVersion } from './restore-version.ts';

const clamd = await localClamd();
afterAll(() => clamd.close());
const world = await filesWorld({ scanner: clamdScanner(clamd.address) });
const { run, upload, read, ports, workspaceId, admin } = world;

const scan = (currentVersionId: string) =>
  scanVersionJob.run(
    { ports, workspaceId, actor: admin, jobId: 'job', attempt: 1, signal: new AbortController().signal },
    { versionId: parseId('fv', currentVersionId) },
  );

test('a file is in quarantine until it is scanned, and then open, which is told', async () => {
  const { id, currentVersionId, ...made } = await upload('clean words');
  expect(made).toMatchObject({ scan: 'pending' });
  await expect(read(id)).rejects.toMatchObject({ code: 'file_quarantined' });
  await expect(run(previewFile, { id })).rejects.toMatchObject({ code: 'file_quarantined' });
  await scan(currentVersionId);
  expect(await run(getFile, { id })).toMatchObject({ scan: 'clean', version: 1 });
  expect(await read(id)).toBe('clean words');
  expect(await world.eventTypes()).toContain('crm.file.scanned');
});

test('an infected file stays in quarantine, and says what was found', async () => {
  const { id, currentVersionId } = await upload(eicar, { name: 'invoice.txt' });
  await scan(currentVersionId);
  expect(await run(getFile, { id })).toMatchObject({ scan: 'infected' });
  await expect(read(id)).rejects.toMatchObject({
    code: 'file_quarantined',
    message: expect.stringContaining('Eicar-Test-Signature'),
  });
});

test('a version that comes back comes back with its own scan', async () => {
  const first = await upload('clean', { name: 'a' });
  await scan(first.currentVersionId);
  const second = await upload(eicar, { recordId: first.recordId, name: 'a' });
  await scan(second.currentVersionId);
  expect(await run(getFile, { id: first.id })).toMatchObject({ scan: 'infected' });
  expect(await run(restoreVersion, { id: first.id, number: 1 })).toMatchObject({ scan: 'clean' });
  expect(await read(first.id)).toBe('clean');
});

test('while the scanner is away the file waits', async () => {
  const { id, currentVersionId } = await upload('x');
  const away = { ...ports, scanner: clamdScanner('/nowhere/clamd.ctl') };
  const job = {
    ports: away,
    workspaceId,
    actor: admin,
    jobId: 'job',
    attempt: 1,
    signal: new AbortController().signal,
  };
  await expect(scanVersionJob.run(job, { versionId: parseId('fv', currentVersionId) })).rejects.toThrow(/ENOENT/);
  await expect(read(id)).rejects.toMatchObject({ code: 'file_quarantined' });
});

test('it is refused without the permission and with mistakes, and another workspace has no such version', async () => {
  const { currentVersionId } = await upload('x');
  const input = { versionId: parseId('fv', currentVersionId), result: 'clean' as const };
  await expect(run(recordScan, input, { actor: world.actorWith() })).rejects.toMatchObject({ code: 'not_allowed' });
  await expect(run(recordScan, { ...input, result: 'fine' as never })).rejects.toMatchObject({
    code: 'validation_failed',
  });
  expect(await run(recordScan, input, { actor: world.stranger })).toEqual({ noted: false });
});

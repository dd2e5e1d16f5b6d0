import { ensureWorkspaceKey } from '#platform/changes';
import type { Ports } from '#platform/context';
import { Problem } from '#platform/errors';
import { sealContent } from '#platform/files';
import type { AnyOperation, UploadedFile } from './operation.ts';

const longestName = 500;

async function* upTo(content: AsyncIterable<Uint8Array>, mostBytes: number): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const chunk of content) {
    size += chunk.length;
    if (size > mostBytes) {
      const mebibytes = Math.floor(mostBytes / 1024 ** 2);
      throw new Problem('too_large', { detail: `A file may have ${mebibytes} MiB at most; this one is larger.` });
    }
    yield chunk;
  }
}

/** Stores a file that streams in, as an operation wants it: as it is, or sealed. When the content fails, nothing is kept. */
export async function takeIn(
  ports: Ports,
  operation: AnyOperation,
  workspaceId: string,
  content: AsyncIterable<Uint8Array>,
  details: { name: string; contentType: string },
): Promise<UploadedFile> {
  const name = details.name.slice(0, longestName);
  if (typeof operation.upload !== 'object') return { ...(await ports.files.put(content, details)), name };
  const key = await ensureWorkspaceKey(ports, workspaceId);
  const { sealed, contents } = sealContent(upTo(content, operation.upload.mostBytes), key);
  const stored = await ports.files.put(sealed, { name: 'sealed', contentType: 'application/octet-stream' });
  const { size, sha256, head } = contents();
  return { key: stored.key, name, size, sha256, head: head.toString('base64') };
}

/** As `takeIn`, for a file that was stored before anybody knew what it is for. */
export async function takeInStored(
  ports: Ports,
  operation: AnyOperation,
  workspaceId: string,
  file: UploadedFile,
): Promise<UploadedFile> {
  if (typeof operation.upload !== 'object') return file;
  const content = await ports.files.get(file.key);
  const details = { name: file.name, contentType: 'application/octet-stream' };
  const sealed = await takeIn(ports, operation, workspaceId, content, details);
  await ports.files.remove(file.key);
  return sealed;
}

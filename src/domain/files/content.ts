import { openWorkspaceKeys } from '#platform/changes';
import type { Context, Ports } from '#platform/context';
import { Problem } from '#platform/errors';
import { openSealed } from '#platform/files';
import { publicId } from '#platform/ids';
import type { FileParts } from '#platform/operations';
import { getRecord } from '#platform/records';
import { file } from './fields.ts';
import { type StoredVersion, versionOf } from './store/versions.ts';

/** Part of the content of a version: the bytes from `start` up to `end`. */
export async function* contentOf(
  ports: Ports,
  workspaceId: string,
  { storeKey, size }: Pick<StoredVersion, 'storeKey' | 'size'>,
  start: number,
  end: number,
): AsyncGenerator<Uint8Array> {
  const keys = await openWorkspaceKeys(ports, workspaceId);
  yield* openSealed(ports.files, keys, { key: storeKey, size, start, end });
}

export interface ReadableVersion {
  name: string;
  version: StoredVersion;
  parts: FileParts;
}

const quarantined: Record<string, string> = {
  pending: 'It is being scanned for viruses. Try again in a moment.',
  infected: 'The virus scanner has found something in it.',
  failed: 'The virus scanner could not scan it.',
};

/** A version of a file whose content may be read, the current one unless told. Errors: `not_found`, `not_allowed`, `file_quarantined`. */
export async function readableVersion(context: Context, id: string, number?: number): Promise<ReadableVersion> {
  const record = (await getRecord(context, file, id, { fields: ['name'] })).parse() as { name: string };
  const version = await versionOf(context.sql, id, number);
  if (!version)
    throw new Problem('not_found', { detail: `The file ${publicId('fi', id)} has no version ${number ?? ''}.` });
  const why = quarantined[version.scan];
  if (why) throw new Problem('file_quarantined', { detail: `${why}${version.found ? ` (${version.found})` : ''}` });
  const { ports, workspaceId } = context;
  return {
    name: record.name,
    version,
    parts: {
      size: version.size,
      etag: `"${version.checksum}"`,
      part: (start, end) => contentOf(ports, workspaceId, version, start, end),
    },
  };
}

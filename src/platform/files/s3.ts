import { createHash, randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import type { CompletedPart, S3Client } from '@aws-sdk/client-s3';
import { checkedKey, errorCode, type FileDetails, type FileStore, keyFrom, missing, unavailable } from './contract.ts';
import { inParts } from './parts.ts';

export interface S3Options {
  bucket: string;
  region: string;
  /** Only for an S3 that is not from Amazon; its buckets are then addressed by path. */
  endpoint?: string | undefined;
  /** Without these, what the machine offers: instance role, shared credentials. */
  accessKeyId?: string | undefined;
  secretAccessKey?: string | undefined;
  /** In bytes, at least 5 MiB at Amazon; S3 takes 10,000 parts, so the 8 MiB without it allow files of 80 GB. */
  partBytes?: number;
}

type Sdk = typeof import('@aws-sdk/client-s3');
interface Loaded {
  sdk: Sdk;
  client: S3Client;
}

async function load({ bucket: _, ...options }: S3Options): Promise<Loaded> {
  // 100 ms and 30 MB: only for those who keep their files there.
  const sdk = await import('@aws-sdk/client-s3');
  const { endpoint, accessKeyId, secretAccessKey } = options;
  const client = new sdk.S3Client({
    region: options.region,
    ...(endpoint ? { endpoint, forcePathStyle: true } : {}),
    ...(accessKeyId && secretAccessKey ? { credentials: { accessKeyId, secretAccessKey } } : {}),
    // Several S3 that are not from Amazon refuse the newer checksums.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: { connectionTimeout: 5000, socketTimeout: 60_000 },
  });
  return { sdk, client };
}

interface Target {
  Bucket: string;
  Key: string;
}

function describe({ name, contentType }: FileDetails): { ContentType: string; ContentDisposition: string } {
  const safeName = encodeURIComponent(name.toWellFormed().slice(0, 200)).replaceAll("'", '%27');
  return { ContentType: contentType, ContentDisposition: `attachment; filename*=UTF-8''${safeName}` };
}

async function upload({ sdk, client }: Loaded, target: Target, parts: AsyncIterable<Buffer>, details: FileDetails) {
  let upload: { id: string; done: CompletedPart[] } | undefined;
  const send = async (Body: Buffer): Promise<void> => {
    if (!upload) {
      const { UploadId } = await client.send(new sdk.CreateMultipartUploadCommand({ ...target, ...describe(details) }));
      upload = { id: UploadId ?? '', done: [] };
    }
    const PartNumber = upload.done.length + 1;
    const { ETag } = await client.send(new sdk.UploadPartCommand({ ...target, UploadId: upload.id, PartNumber, Body }));
    upload.done.push({ PartNumber, ...(ETag ? { ETag } : {}) });
  };
  try {
    let waiting: Buffer | undefined;
    for await (const part of parts) {
      if (waiting) await send(waiting);
      waiting = part;
    }
    if (!upload) {
      await client.send(
        new sdk.PutObjectCommand({ ...target, ...describe(details), Body: waiting ?? Buffer.alloc(0) }),
      );
      return;
    }
    if (waiting) await send(waiting);
    const MultipartUpload = { Parts: upload.done };
    await client.send(new sdk.CompleteMultipartUploadCommand({ ...target, UploadId: upload.id, MultipartUpload }));
  } catch (error) {
    // If even this fails, the bucket's rule for incomplete uploads clears it; the first error is the one to tell.
    if (upload)
      await Promise.allSettled([client.send(new sdk.AbortMultipartUploadCommand({ ...target, UploadId: upload.id }))]);
    throw error;
  }
}

/** An error of the SDK (they carry $metadata or a network code) as a Problem; anything else, such as a broken upload, as it is. */
function trouble(bucket: string, key: string, error: unknown): unknown {
  const code = errorCode(error);
  if (code === 'NoSuchKey' || code === 'NotFound') return missing(key);
  const isOfStore = error instanceof Error && ('$metadata' in error || code === 'CredentialsProviderError');
  if (!isOfStore) return error;
  return unavailable(
    `The bucket '${bucket}' cannot be used (${code}). Check S3_BUCKET, S3_ENDPOINT and its keys.`,
    error,
  );
}

/** Files in a bucket. The SDK is loaded at the first use. */
export function s3Files(options: S3Options): FileStore {
  const Bucket = options.bucket;
  let loading: Promise<Loaded> | undefined;
  const loaded = (): Promise<Loaded> => {
    loading ??= load(options);
    return loading;
  };

  async function read(key: string, start: number): Promise<Readable> {
    const target = { Bucket, Key: checkedKey(key) };
    const { sdk, client } = await loaded();
    try {
      const range = start > 0 ? { Range: `bytes=${start}-` } : {};
      const { Body } = await client.send(new sdk.GetObjectCommand({ ...target, ...range }));
      return Body instanceof Readable ? Body : Readable.from([]);
    } catch (error) {
      if (errorCode(error) === 'InvalidRange') return Readable.from([]);
      throw trouble(Bucket, key, error);
    }
  }

  return {
    async put(content, details) {
      const key = keyFrom(randomBytes(16));
      const hash = createHash('sha256');
      let size = 0;
      async function* counted(): AsyncGenerator<Uint8Array> {
        for await (const chunk of content) {
          hash.update(chunk);
          size += chunk.length;
          yield chunk;
        }
      }
      const ready = await loaded();
      try {
        await upload(ready, { Bucket, Key: key }, inParts(counted(), options.partBytes ?? 8 * 1024 * 1024), details);
      } catch (error) {
        throw trouble(Bucket, key, error);
      }
      return { key, size, sha256: hash.digest('hex') };
    },
    get: (key) => read(key, 0),
    getRange: read,
    async remove(key) {
      const target = { Bucket, Key: checkedKey(key) };
      const { sdk, client } = await loaded();
      try {
        await client.send(new sdk.DeleteObjectCommand(target));
      } catch (error) {
        throw trouble(Bucket, key, error);
      }
    },
  };
}

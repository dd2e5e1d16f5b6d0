import { Problem } from '#platform/errors';
import { createFetch } from '#platform/fetch';
import type { KeyWrapper } from './contract.ts';
import { signedHeaders } from './sign-v4.ts';

export interface KmsOptions {
  /** Id, ARN or alias of the key in the service. */
  keyId: string;
  region: string;
  /** Where the service is, if not at Amazon's own address. */
  endpoint?: string | undefined;
  accessKeyId: string;
  secretAccessKey: string;
  now?: () => Date;
}

const mark = 'kms:';
/** Bound to what is wrapped: nothing else that the same key has encrypted can be put in its place. */
const context = { purpose: 'kith master key' };

/** Master keys under a key that never leaves a key-management service: AWS KMS, or whatever speaks its protocol (`Encrypt`, `Decrypt`). */
export function kmsKeys({ now = () => new Date(), ...options }: KmsOptions): KeyWrapper {
  const url = new URL(options.endpoint ?? `https://kms.${options.region}.amazonaws.com/`);
  const fetch = createFetch({ allowPrivate: [url.hostname.replace(/^\[|\]$/g, '')] });

  async function ask(action: 'Encrypt' | 'Decrypt', input: object): Promise<Record<string, string>> {
    const body = JSON.stringify({ KeyId: options.keyId, EncryptionContext: context, ...input });
    const headers = { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': `TrentService.${action}` };
    const signing = { ...options, service: 'kms', now: now() };
    const answer = await fetch(url.href, {
      method: 'POST',
      headers: signedHeaders(url, headers, body, signing),
      body,
      idempotent: true,
    });
    if (answer.status === 200) return JSON.parse(answer.body.toString()) as Record<string, string>;
    const said = /"__type":"[^"]*?(\w+)"/.exec(answer.body.toString())?.[1] ?? '';
    throw new Problem('master_key_unusable', {
      detail: `The key-management service at ${url.host} refused to ${action.toLowerCase()} the master key: ${answer.status} ${said}. Check KITH_KMS_KEY_ID and who may use it.`,
    });
  }

  return {
    wrapped: (line) => line.startsWith(mark),
    async wrap(key) {
      const { CiphertextBlob } = await ask('Encrypt', { Plaintext: key.toString('base64') });
      return mark + CiphertextBlob;
    },
    async unwrap(line) {
      const { Plaintext = '' } = await ask('Decrypt', { CiphertextBlob: line.slice(mark.length).trim() });
      return Buffer.from(Plaintext, 'base64');
    },
  };
}

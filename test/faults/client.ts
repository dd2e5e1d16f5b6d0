import { setTimeout as sleep } from 'node:timers/promises';
import type { KithProcess } from './kith-process.ts';

export interface Answer {
  status: number;
  headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: answers are JSON of any shape, and a test says what it expects of it
  body: any;
  text: string;
}

export interface Request {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  path: string;
  body?: unknown;
  form?: () => FormData;
  idempotencyKey?: string;
}

const giveUpMs = 60_000;

/** Somebody who uses the REST API with a key of their own. */
export class Client {
  readonly #server: KithProcess;
  readonly #key: string;

  constructor(server: KithProcess, key: string) {
    this.#server = server;
    this.#key = key;
  }

  /** One try; throws when there is no whole answer. */
  async send(request: Request): Promise<Answer> {
    const headers: Record<string, string> = { authorization: `Bearer ${this.#key}` };
    if (request.idempotencyKey) headers['idempotency-key'] = request.idempotencyKey;
    if (request.body !== undefined) headers['content-type'] = 'application/json';
    const body = request.form ? request.form() : request.body === undefined ? undefined : JSON.stringify(request.body);
    const response = await fetch(`${this.#server.url}/api/v1${request.path}`, {
      method: request.method,
      headers,
      ...(body === undefined ? {} : { body }),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : undefined, text };
  }

  /** Sends the same request again and again until it is answered, as clients of an unsteady server do. */
  async insist(request: Request, onTry: (outcome: number | 'lost') => void = () => undefined): Promise<Answer> {
    const failures = new Set<string>();
    for (const begunAt = performance.now(); performance.now() - begunAt < giveUpMs; await sleep(20)) {
      try {
        const answer = await this.send(request);
        onTry(answer.status);
        if (answer.status < 500) return answer;
        failures.add(answer.text);
      } catch {
        // The server was killed before it answered, or does not listen yet: nobody knows whether it was done.
        onTry('lost');
      }
    }
    throw new Error(`No answer to ${request.method} ${request.path}: ${[...failures].join(' ')}`);
  }

  async get(path: string): Promise<Answer> {
    const answer = await this.insist({ method: 'GET', path });
    if (answer.status !== 200) throw new Error(`GET ${path}: ${answer.status} ${answer.text}`);
    return answer;
  }

  /** Hands in a file for import; answers the import's id. */
  async importFile(name: string, text: string, idempotencyKey: string): Promise<string> {
    const form = () => {
      const parts = new FormData();
      parts.set('object', 'contacts');
      parts.set('file', new Blob([text], { type: 'text/csv' }), name);
      return parts;
    };
    const answer = await this.insist({ method: 'POST', path: '/imports', form, idempotencyKey });
    if (answer.status !== 202) throw new Error(`The import was refused: ${answer.text}`);
    return answer.body.id as string;
  }
}

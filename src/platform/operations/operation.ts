import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Context, Later } from '#platform/context';

/** A JSON text made by the database, passed through unparsed; that of a record comes with its version. */
export class RawJson {
  readonly text: string;
  readonly version: number | undefined;
  constructor(text: string, version?: number) {
    this.text = text;
    this.version = version;
  }
  /** `"<version>.<hash>"`: the version for `If-Match`, the whole for `If-None-Match`, since a score may move without a new version. */
  get etag(): string | undefined {
    if (this.version === undefined) return undefined;
    return `"${this.version}.${createHash('sha1').update(this.text).digest('base64url').slice(0, 12)}"`;
  }
  parse(): unknown {
    return JSON.parse(this.text);
  }
}

/** An answer that is a file: a stream of text or bytes with its type and name. */
export interface FileAnswer {
  contentType: string;
  fileName: string;
  chunks: AsyncIterable<string | Uint8Array>;
  /** Where its size is known before: any part of it can be had. */
  parts?: FileParts;
  /** What may be shown in the page that asks for it, and under which content policy; everything else is saved only. */
  shown?: { contentPolicy: string };
}

export interface FileParts {
  /** In bytes. */
  size: number;
  /** The same for the same content. */
  etag: string;
  /** The bytes from `start` up to `end`, which is not among them. */
  part(start: number, end: number): AsyncIterable<Uint8Array>;
}

/** A file that a surface has taken in and stored before it calls an operation; `input.file` of an operation with `upload`. */
export const uploadedFile = z.strictObject({
  key: z.string().max(100),
  name: z.string().max(500),
  size: z.number().int().nonnegative(),
  sha256: z.string().max(64),
  /** The first bytes of a file that is stored sealed, in base64. */
  head: z.string().max(6000).optional(),
});
export type UploadedFile = z.output<typeof uploadedFile>;

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface Route {
  method: Method;
  /** Below /api/v1; parameters as `:id`. */
  path: string;
  /** The status of success: 200 unless told, 204 answers without a body. */
  status?: number;
}

export interface Operation<Input extends z.ZodType = z.ZodType, Output = unknown> {
  /** `contacts.create`: the plural, then the verb. */
  name: string;
  /** One sentence, in the imperative. */
  summary: string;
  /** A `read` has no effects; a `write` is one transaction; a `file` reads and answers with a stream. */
  kind: 'read' | 'write' | 'file';
  /**
   * It takes a file as `input.file`, by multipart or from the disk of the command line; never as JSON. With `mostBytes` the file is stored
   * sealed with the key of the workspace.
   */
  upload?: true | { mostBytes: number };
  /** What the file of an answer is: text/csv unless told; application/octet-stream for what may be anything. */
  contentType?: string;
  /** `area:action`. */
  permission: string;
  /** It changes who may do what: people who have a second factor show it once more when that was more than 10 minutes ago. */
  privileged?: boolean;
  route?: Route;
  input: Input;
  output?: z.ZodType;
  /** The object whose record `input.id` names: a missing one is answered 404 before mistakes in the rest of the input are. */
  subject?: string;
  /** The object of the one record that it answers, where that does not follow from its name. */
  answers?: string;
  /** The object of the records that it answers page by page, where that does not follow from its name. */
  answersPage?: string;
  /** Among the curated tools of the MCP server. */
  tool?: boolean;
  /** The name of its tool, where agents know it by another than its own. */
  toolName?: string;
  /** Arguments of the command line that stand without a name, in order. */
  positional?: readonly string[];
  /**
   * `workspace`: it works on all records whoever calls it, as what keeps them in order must; its answer then holds no record. Otherwise it
   * reaches what the actor reaches.
   */
  reach?: 'workspace';
  /** Problem codes that it may answer, besides those that all do. */
  problems?: readonly string[];
  run(context: Context, input: z.output<Input>): Promise<Output | Later<Output>>;
}

/** Declares an operation: all surfaces are made of what is declared here. */
export function defineOperation<Input extends z.ZodType, Output>(
  operation: Operation<Input, Output>,
): Operation<Input, Output> {
  if (!/^[a-z][a-zA-Z]*(\.[a-z][a-zA-Z]*)+$/.test(operation.name))
    throw new Error(`'${operation.name}' is not an operation's name.`);
  return operation;
}

// biome-ignore lint/suspicious/noExplicitAny: a list of operations holds inputs of every type; the pipeline parses each by its own schema
export type AnyOperation = Operation<any, unknown>;

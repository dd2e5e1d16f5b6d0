import type { FastifyRequest } from 'fastify';
import { type Actor, may } from '#platform/actor';
import type { Ports } from '#platform/context';
import { Problem } from '#platform/errors';
import { type AnyOperation, takeIn, type UploadedFile } from '#platform/operations';

/** A multipart request as the input of an operation: the part `file` is stored as it streams in, other parts are fields (JSON where they look like it). */
export async function readUpload(
  ports: Ports,
  operation: AnyOperation,
  actor: Actor,
  request: FastifyRequest,
): Promise<Record<string, unknown>> {
  if (!may(actor, operation.permission)) {
    throw new Problem('not_allowed', {
      detail: `${actor.name} may not do this: it needs the permission ${operation.permission}.`,
    });
  }
  const input: Record<string, unknown> & { file?: UploadedFile } = {};
  try {
    for await (const part of request.parts()) {
      if (part.type === 'file') {
        const details = { name: part.filename, contentType: part.mimetype };
        input.file = await takeIn(ports, operation, actor.workspaceId, part.file, details);
      } else if (part.fieldname !== 'file') input[part.fieldname] = fieldValue(String(part.value));
    }
  } catch (error) {
    // The form broke off behind the file: nobody will ever refer to it.
    if (input.file) await ports.files.remove(input.file.key);
    throw error;
  }
  return { ...input, ...(request.params as object) };
}

function fieldValue(text: string): unknown {
  if (text === 'true' || text === 'false') return text === 'true';
  if (!/^\s*[[{]/.test(text)) return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FileAnswer, FileParts } from '#platform/operations';
import { rangeOf } from './range.ts';

/** Sends a file to be saved, or a part of it; only what says so is shown in the page, and nothing in it may run or load anything. */
export function sendFile(request: FastifyRequest, reply: FastifyReply, file: FileAnswer): unknown {
  reply.header('content-type', file.contentType);
  reply.header('cache-control', 'private, no-store');
  reply.header('content-security-policy', file.shown?.contentPolicy ?? "default-src 'none'; sandbox");
  reply.header('cross-origin-resource-policy', 'same-origin');
  reply.header('content-disposition', disposition(file));
  return file.parts ? sendParts(request, reply, file.parts) : reply.send(Readable.from(file.chunks));
}

/** The name for old readers in plain letters, and as it is for all others (RFC 6266). */
function disposition({ fileName, shown }: FileAnswer): string {
  const plain = fileName.replace(/[^\w.-]+/g, '_');
  const whole = encodeURIComponent(fileName.toWellFormed()).replace(
    /['()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16)}`,
  );
  const named = plain === fileName ? '' : `; filename*=UTF-8''${whole}`;
  return `${shown ? 'inline' : 'attachment'}; filename="${plain}"${named}`;
}

function sendParts(request: FastifyRequest, reply: FastifyReply, { size, etag, part }: FileParts): unknown {
  // A part is a part of the bytes as they are: compressing them would make its numbers wrong.
  request.headers['x-no-compression'] = 'yes';
  reply.header('accept-ranges', 'bytes').header('etag', etag);
  if (request.headers['if-none-match']?.split(/\s*,\s*/).includes(etag)) return reply.status(304).send();
  const condition = request.headers['if-range'];
  const asked = condition === undefined || condition === etag ? request.headers.range : undefined;
  const range = rangeOf(asked, size);
  if (range === 'none') {
    return reply.status(416).header('content-range', `bytes */${size}`).type('text/plain').send('');
  }
  const { start, end } = range ?? { start: 0, end: size };
  if (range) reply.status(206).header('content-range', `bytes ${start}-${end - 1}/${size}`);
  reply.header('content-length', end - start);
  return reply.send(Readable.from(part(start, end), { objectMode: false }));
}

import { once } from 'node:events';
import { createConnection, type Socket } from 'node:net';
import type { Verdict, VirusScanner } from '../contract.ts';

const chunkBytes = 64 * 1024;
const longestAnswer = 4096;
const idleMs = 120_000;

/** A socket of this machine, or `host:port`. */
function connectTo(address: string): Socket {
  const [, host, port] = /^([\w.-]+):(\d{1,5})$/.exec(address) ?? [];
  const socket = port ? createConnection(Number(port), host) : createConnection(address);
  socket.setTimeout(idleMs, () => socket.destroy(new Error('The virus scanner has said nothing for two minutes.')));
  return socket;
}

/** The answer, up to its NUL; the scanner may give it before everything has been sent. */
async function answerOf(socket: Socket): Promise<string> {
  let text = '';
  for await (const chunk of socket) {
    text += String(chunk);
    if (text.includes('\0') || text.length > longestAnswer) break;
  }
  return text.split('\0', 1)[0]?.trim() ?? '';
}

/** One write of the protocol: four bytes of length before the bytes; no bytes end it. */
function framed(bytes: Uint8Array): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
}

async function send(socket: Socket, content: AsyncIterable<Uint8Array>): Promise<void> {
  const write = async (bytes: Uint8Array) => {
    if (socket.write(bytes) || socket.destroyed) return;
    // A connection that breaks is told by its reading end; only the content itself may fail here.
    await Promise.race([once(socket, 'drain'), once(socket, 'close')]).catch(() => undefined);
  };
  await write(Buffer.from('zINSTREAM\0'));
  for await (const chunk of content) {
    for (let at = 0; at < chunk.length; at += chunkBytes) {
      // It has its answer already: a virus was found, or there was too much.
      if (socket.destroyed || !socket.writable) return;
      await write(framed(chunk.subarray(at, at + chunkBytes)));
    }
  }
  if (socket.writable) await write(framed(Buffer.alloc(0)));
}

function verdictOf(answer: string): Verdict {
  const found = /^(?:instream@[^:]*|stream): (.+) FOUND$/i.exec(answer)?.[1];
  if (found) return { result: 'infected', found: found.slice(0, 255) };
  if (/^(?:instream@[^:]*|stream): OK$/i.test(answer)) return { result: 'clean' };
  if (/size limit exceeded/i.test(answer))
    return { result: 'failed', found: 'It is larger than the scanner takes (StreamMaxLength of clamd).' };
  throw new Error(`The virus scanner answered '${answer.slice(0, 200)}'.`);
}

/** A clamd, by its protocol INSTREAM (man 8 clamd): the content goes over its socket in chunks, and nothing is written anywhere. */
export function clamdScanner(address: string): VirusScanner {
  return {
    async scan(content) {
      const socket = connectTo(address);
      try {
        const answer = answerOf(socket);
        await Promise.race([send(socket, content), answer]);
        return verdictOf(await answer);
      } finally {
        socket.destroy();
      }
    },
  };
}

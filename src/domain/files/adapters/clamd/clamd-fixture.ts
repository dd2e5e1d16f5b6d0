import { createServer, type Server, type Socket } from 'node:net';

/** The test virus of EICAR, in two halves so that no scanner takes this file for one. */
export const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', '-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

export interface LocalClamd {
  /** `127.0.0.1:port` */
  address: string;
  /** How many bytes it was sent to scan, over all. */
  scanned: number;
  close(): Promise<void>;
}

/** A clamd that knows one virus: it speaks INSTREAM as its manual says, and refuses what it was not told to expect. */
export async function localClamd(streamMaxLength = 10 * 1024 ** 2): Promise<LocalClamd> {
  const clamd = { scanned: 0 };
  const server: Server = createServer((socket) => {
    socket.on('error', () => undefined);
    serve(socket, streamMaxLength, (bytes) => {
      clamd.scanned += bytes;
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  return Object.assign(clamd, {
    address: `127.0.0.1:${port}`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  });
}

const command = 'zINSTREAM\0';

function serve(socket: Socket, most: number, count: (bytes: number) => void): void {
  let pending = Buffer.alloc(0);
  let content = Buffer.alloc(0);
  let begun = false;
  socket.on('data', (data: Buffer) => {
    pending = Buffer.concat([pending, data]);
    if (!begun) {
      if (pending.length < command.length) return;
      if (pending.subarray(0, command.length).toString() !== command) return void socket.end('UNKNOWN COMMAND\0');
      pending = pending.subarray(command.length);
      begun = true;
    }
    while (pending.length >= 4) {
      const length = pending.readUInt32BE(0);
      if (length === 0)
        return void socket.end(content.includes(eicar) ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0');
      if (content.length + length > most) return void socket.end('INSTREAM size limit exceeded. ERROR\0');
      if (pending.length < 4 + length) return;
      content = Buffer.concat([content, pending.subarray(4, 4 + length)]);
      count(length);
      pending = pending.subarray(4 + length);
    }
  });
}

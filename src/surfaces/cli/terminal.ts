/** Where a command's words go. */
export interface Terminal {
  /** The answer, and nothing else. */
  out(text: string | Uint8Array): Promise<void>;
  /** Everything else. */
  note(text: string): void;
  /** Columns of standard output; undefined where it is no terminal. */
  width: number | undefined;
  /** Whether notes go to a terminal, so that a line may be drawn again. */
  isLive: boolean;
  input(): AsyncIterable<Buffer>;
}

/** The terminal of this process. A reader that goes away (`| head`) ends it in silence. */
export function processTerminal(): Terminal {
  const { stdout, stderr, stdin } = process;
  stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  return {
    out: (text) => new Promise((resolve) => stdout.write(text, () => resolve())),
    note: (text) => void stderr.write(text),
    width: stdout.isTTY ? stdout.columns : undefined,
    isLive: stderr.isTTY === true,
    input: () => stdin,
  };
}

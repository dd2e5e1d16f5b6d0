import type { ServerResponse } from 'node:http';

export interface Message {
  event: string;
  id?: string;
  /** JSON, on one line. */
  data: string;
}

/** A message of the stream as text. */
export function messageText({ event, id, data }: Message): string {
  return `event: ${event}\n${id === undefined ? '' : `id: ${id}\n`}data: ${data}\n\n`;
}

/** Moves the reader's `Last-Event-ID` and is no message: a block without data is not dispatched. */
export function markText(id: string): string {
  return `: still here\nid: ${id}\n\n`;
}

const closingMs = 5000;

/** The connection to one reader. */
export class Outlet {
  readonly #raw: ServerResponse;

  constructor(raw: ServerResponse) {
    this.#raw = raw;
  }

  get isOpen(): boolean {
    return !this.#raw.writableEnded && !this.#raw.destroyed;
  }

  /** Answers false when the reader is not keeping up: wait for `drained` before more is written. */
  write(text: string): boolean {
    return this.isOpen && this.#raw.write(text);
  }

  /** Whether what was written has been taken within this time. */
  async drained(mostMs: number): Promise<boolean> {
    if (!this.#raw.writableNeedDrain || !this.isOpen) return this.isOpen;
    const raw = this.#raw;
    return new Promise((resolve) => {
      const finish = (taken: boolean) => {
        clearTimeout(timer);
        raw.off('drain', onDrain);
        raw.off('close', onClose);
        resolve(taken);
      };
      const onDrain = () => finish(true);
      const onClose = () => finish(false);
      const timer = setTimeout(finish, mostMs, false);
      raw.once('drain', onDrain);
      raw.once('close', onClose);
    });
  }

  /** Says a last word; a reader that does not even take that is cut off. */
  close(text: string): void {
    if (!this.isOpen) return;
    const raw = this.#raw;
    raw.end(text);
    setTimeout(() => raw.destroy(), closingMs).unref();
  }

  onClose(action: () => void): void {
    this.#raw.once('close', action);
  }
}

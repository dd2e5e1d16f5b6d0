import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Problem } from '#platform/errors';
import type { KeyWrapper } from './providers/contract.ts';
import { plainKeys } from './providers/plain.ts';
import { keyBytes } from './vault.ts';

/** The master keys of this process: the current one wraps what is new, the others open what is old. */
export interface MasterKeys {
  /** The current one first, 32 bytes each. */
  readonly all: readonly Buffer[];
  /** Makes a new one the current one, on all servers of the home, without a moment in which any of them could not read. */
  rotate(): Promise<void>;
  /** Ends looking for keys that other processes have made. */
  close(): void;
}

export interface MasterKeyOptions {
  home: string;
  /** From the environment: then there is no file. The current one first. */
  configured?: readonly Buffer[] | undefined;
  /** What protects the keys in the file: a key-management service, or only the rights of the file. */
  wrapper?: KeyWrapper | undefined;
  /** How often the file is looked at; a rotation waits three times as long until everybody knows the new key. */
  lookEveryMs?: number;
}

function unusable(path: string, what: string): Problem {
  return new Problem('master_key_unusable', {
    detail: `${path} ${what}. Put back the file from your backup: what is sealed cannot be read without it.`,
  });
}

async function readLines(path: string): Promise<string[] | undefined> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw unusable(path, `cannot be read (${String(error)})`);
  }
  const { mode } = await stat(path);
  if ((mode & 0o077) !== 0) {
    throw new Problem('master_key_unusable', {
      detail: `Others on this machine can read ${path}. Close it first: chmod 600 '${path}'`,
    });
  }
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length === 0) throw unusable(path, 'is empty');
  return lines;
}

async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function writeDraft(path: string, lines: readonly string[]): Promise<string> {
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  const handle = await open(draft, 'wx', 0o600);
  try {
    await handle.writeFile(`${lines.join('\n')}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  return draft;
}

/** Writes beside and links into place, so that two servers that start at once agree on one key and a crash leaves none or a whole one. */
async function makeFile(path: string, line: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const draft = await writeDraft(path, [line]);
  try {
    await link(draft, path);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    await rm(draft, { force: true });
  }
  await flush(dirname(path));
}

async function replaceFile(path: string, lines: readonly string[]): Promise<void> {
  await rename(await writeDraft(path, lines), path);
  await flush(dirname(path));
}

/** The keys of a file: one a line, as it is or wrapped by whatever protects it. */
class KeyFile implements MasterKeys {
  readonly #path: string;
  readonly #wrapper: KeyWrapper;
  readonly #lookEveryMs: number;
  readonly #timer: NodeJS.Timeout;
  /** A service is asked once for each line. */
  readonly #opened = new Map<string, Buffer>();
  #all: Buffer[] = [];

  constructor({ home, wrapper = plainKeys, lookEveryMs = 5000 }: MasterKeyOptions) {
    this.#path = join(home, 'master.key');
    this.#wrapper = wrapper;
    this.#lookEveryMs = lookEveryMs;
    this.#timer = setInterval(() => {
      // A file that cannot be read for a moment is looked at again; until then the known keys hold.
      void this.load().catch(() => undefined);
    }, lookEveryMs);
    this.#timer.unref();
  }

  get all(): readonly Buffer[] {
    return this.#all;
  }

  async load(): Promise<string[]> {
    let lines = await readLines(this.#path);
    if (!lines) {
      await makeFile(this.#path, await this.#wrapper.wrap(randomBytes(keyBytes)));
      lines = await readLines(this.#path);
    }
    if (!lines) throw unusable(this.#path, 'vanished while it was made');
    this.#all = await Promise.all(lines.map((line) => this.#open(line)));
    return lines;
  }

  async rotate(): Promise<void> {
    const fresh = randomBytes(keyBytes);
    const lines = await this.load();
    const waitMs = this.#lookEveryMs * 3;
    // First everybody learns to read what the new key wraps, then it is used.
    await replaceFile(this.#path, [...lines, await this.#wrapper.wrap(fresh)]);
    await new Promise((resolve) => setTimeout(resolve, waitMs));
    await this.load();
    const keys = [fresh, ...this.#all.filter((key) => !key.equals(fresh))];
    // What lay open so far is protected by the service as well, once there is one.
    await replaceFile(this.#path, await Promise.all(keys.map((key) => this.#wrapper.wrap(key))));
    await this.load();
  }

  close(): void {
    clearInterval(this.#timer);
  }

  async #open(line: string): Promise<Buffer> {
    const known = this.#opened.get(line);
    if (known) return known;
    const wrapper = [this.#wrapper, plainKeys].find((one) => one.wrapped(line));
    if (!wrapper) throw unusable(this.#path, 'is wrapped by a key-management service that is not configured');
    const key = await wrapper.unwrap(line);
    if (key.length !== keyBytes) throw unusable(this.#path, 'is not a master key');
    this.#opened.set(line, key);
    return key;
  }
}

/**
 * The master keys (32 bytes each): the configured ones, else those in `<home>/master.key`, which is made at the first start, readable by its
 * owner only. Throws `master_key_unusable` when the file is open to others or is not a key.
 */
export async function openMasterKeys(options: MasterKeyOptions): Promise<MasterKeys> {
  const { configured } = options;
  if (configured && configured.length > 0) {
    return {
      all: configured,
      async rotate() {
        if (configured.length > 1) return;
        throw new Problem('master_key_unusable', {
          detail:
            'The master key comes from KITH_MASTER_KEY. Put a new one in front of it, separated by a comma, start Kith again, and repeat this.',
        });
      },
      close: () => undefined,
    };
  }
  const file = new KeyFile(options);
  await file.load();
  return file;
}

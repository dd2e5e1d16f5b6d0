import { mkdir, open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** The end of a chain as it was at a moment, told outside of the database: what came before it cannot be changed unseen. */
export interface Head {
  workspaceId: string;
  seq: number;
  /** Hexadecimal. */
  hash: string;
  at: string;
  /** Entries up to this head were dropped, since their time was over: the chain begins behind it. */
  dropped?: true;
}

/** A place for heads that whoever owns the database cannot reach. */
export interface HeadStore {
  /** Adds heads; they are on the disk, or beyond, when it resolves. */
  append(heads: readonly Head[]): Promise<void>;
  /** The heads of a workspace, in the order in which they came. */
  headsOf(workspaceId: string): Promise<Head[]>;
}

/** Heads in a file, one JSON object a line, to which lines are only added. */
export function headFile(path: string): HeadStore {
  return {
    async append(heads) {
      if (heads.length === 0) return;
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      const handle = await open(path, 'a', 0o600);
      try {
        // A line that a crash has cut off must not swallow the next one.
        await handle.write(`\n${heads.map((head) => JSON.stringify(head)).join('\n')}\n`);
        await handle.datasync();
      } finally {
        await handle.close();
      }
    },
    async headsOf(workspaceId) {
      const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return '';
        throw error;
      });
      return text.split('\n').flatMap((line) => headIn(line, workspaceId));
    },
  };
}

/** What a crash has cut off in the middle of a line was never promised. */
function headIn(line: string, workspaceId: string): Head[] {
  if (!line.includes(workspaceId) || !line.endsWith('}')) return [];
  const head = JSON.parse(line) as Head;
  return head.workspaceId === workspaceId ? [head] : [];
}

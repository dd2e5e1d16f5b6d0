import { pause } from './call.ts';
import { errorOf, KithError } from './kith-error.ts';
import type { KithOptions } from './types.ts';

/** What has happened, as the server tells it. */
export interface KithEvent {
  /** `ev_…`; the parts of a large event share it. */
  id: string;
  /** `crm.contact.created` */
  type: string;
  at: string;
  object: string | null;
  /** At most 100; none when the event is about more than 500 records: then `count` says of how many. */
  recordIds: string[];
  count: number;
  part?: number;
  parts?: number;
  data: Record<string, unknown>;
  changeSetId: string | null;
  actor: { type: string; id: string; name: string };
}

export interface EventsOptions {
  /** `crm.contact.created`, or all that begin alike: `crm.contact.*`. */
  types?: readonly string[] | undefined;
  /** Only events about these kinds of records: `contact`. */
  objects?: readonly string[] | undefined;
  /** Where to go on: the last one that `onPlace` told. */
  lastEventId?: string | undefined;
  /** Told the place in the stream, to go on from there later. */
  onPlace?: ((lastEventId: string) => void) | undefined;
  signal?: AbortSignal | undefined;
}

interface Block {
  id?: string;
  event?: string;
  data: string;
}

/** Cuts a stream of server-sent events into blocks, whatever pieces it arrives in. */
export function blockReader(onBlock: (block: Block) => void): (piece: string) => void {
  let rest = '';
  return (piece) => {
    // A carriage return at the end may belong to a line feed that has not come yet.
    const text = (rest + piece).replace(/\r\n/g, '\n');
    const blocks = text.split('\n\n');
    rest = blocks.pop() ?? '';
    for (const one of blocks) onBlock(blockOf(one));
  };
}

function blockOf(text: string): Block {
  const block: Block = { data: '' };
  for (const line of text.split('\n')) {
    const [, name, value = ''] = /^(id|event|data)(?:: ?(.*))?$/.exec(line) ?? [];
    if (name === 'data') block.data += (block.data ? '\n' : '') + value;
    else if (name === 'id') block.id = value;
    else if (name === 'event') block.event = value;
  }
  return block;
}

const longestPauseMs = 15_000;

/**
 * What happens in the workspace, as it happens, until the signal: lost connections are made again, and what was missed is told then.
 * A `kith.stream.reset` says that this was not possible. Throws KithError when the server refuses.
 */
export async function* eventsOf(
  options: KithOptions,
  wanted: EventsOptions = {},
): AsyncGenerator<KithEvent, void, undefined> {
  const { signal } = wanted;
  let place = wanted.lastEventId;
  let pauseMs = 500;
  const moved = (id: string) => {
    place = id;
    wanted.onPlace?.(id);
  };
  while (!signal?.aborted) {
    try {
      for await (const event of connection(options, wanted, place, moved)) {
        pauseMs = 500;
        yield event;
      }
    } catch (error) {
      if (signal?.aborted) return;
      if (error instanceof KithError && error.status >= 400 && error.status < 500 && error.status !== 429) throw error;
    }
    await pause(pauseMs, signal).catch(() => undefined);
    pauseMs = Math.min(longestPauseMs, pauseMs * 2);
  }
}

async function* connection(
  options: KithOptions,
  { types, objects, signal }: EventsOptions,
  place: string | undefined,
  moved: (id: string) => void,
): AsyncGenerator<KithEvent> {
  const query = new URLSearchParams();
  if (types) query.set('types', types.join(','));
  if (objects) query.set('object', objects.join(','));
  const headers: Record<string, string> = { accept: 'text/event-stream' };
  if (options.apiKey) headers.authorization = `Bearer ${options.apiKey}`;
  if (place) headers['last-event-id'] = place;
  const send = options.fetch ?? fetch;
  const response = await send(`${options.baseUrl ?? ''}/api/v1/events?${query}`, {
    headers,
    credentials: options.apiKey ? 'omit' : 'same-origin',
    signal: signal ?? null,
  });
  if (!response.ok || !response.body) {
    if (response.status === 401) options.onSignedOut?.();
    throw await errorOf(response);
  }
  const waiting: KithEvent[] = [];
  const take = blockReader((block) => {
    if (block.id) moved(block.id);
    if (block.data) waiting.push({ type: block.event ?? '', ...(JSON.parse(block.data) as object) } as KithEvent);
  });
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      take(decoder.decode(value as Uint8Array, { stream: true }));
      // Whoever stops hears nothing more, though more came in the same piece.
      for (const event of waiting.splice(0)) {
        if (signal?.aborted) return;
        yield event;
      }
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

import { addressOf } from '../data/api.ts';
import { refreshLists, refreshRecord } from '../data/cached.ts';
import type { ObjectName } from '../data/catalogue.ts';
import { queryClient } from '../data/query-client.ts';
import { sessionOptions } from '../data/session.ts';
import { texts } from '../texts/index.ts';
import { type LiveEvent, readEvents } from './event-stream.ts';
import { createStore } from './store.ts';

const gatherMs = 250;
const markedMs = 4_000;
const longestPauseMs = 15_000;

/** Records that somebody else has just changed, with who it was: lists and pages mark them for a moment. */
export const touched = createStore<ReadonlyMap<string, string>>(new Map());
/** What a screen reader is told of changes by others. */
export const spoken = createStore('');

const objects: Record<string, ObjectName> = {
  contact: 'contact',
  account: 'account',
  activity: 'contact',
  score: 'contact',
};
let waiting: LiveEvent[] = [];
let timer = 0;

function mark(events: LiveEvent[]) {
  const me = queryClient.getQueryData(sessionOptions.queryKey)?.user.id;
  const others = events.filter((event) => event.actor?.name && event.actor.id !== me);
  if (others.length === 0) return;
  const next = new Map(touched.get());
  for (const event of others) for (const id of event.recordIds ?? []) next.set(id, event.actor?.name ?? '');
  touched.set(next);
  spoken.set(texts.live.changed(others.at(-1)?.actor?.name ?? '', others.length));
  setTimeout(() => {
    const kept = new Map(touched.get());
    for (const event of others) for (const id of event.recordIds ?? []) kept.delete(id);
    touched.set(kept);
  }, markedMs);
}

/** Refreshes what is on the screen and was touched: once for a burst of events, not once for each. */
function settle() {
  const events = waiting;
  waiting = [];
  timer = 0;
  const lists = new Set<ObjectName>();
  for (const event of events) {
    const [, kind = ''] = event.type.split('.');
    if (kind === 'import') void queryClient.invalidateQueries({ queryKey: ['imports'] });
    const object = objects[kind];
    if (!object) continue;
    lists.add(object);
    for (const id of event.recordIds?.slice(0, 200) ?? []) refreshRecord(object, id);
  }
  for (const object of lists) refreshLists(object);
  mark(events);
}

function take(event: LiveEvent) {
  waiting.push(event);
  if (!timer) timer = window.setTimeout(settle, gatherMs);
}

async function follow(signal: AbortSignal, onEvent: (event: LiveEvent) => void) {
  let lastId: string | undefined;
  let pauseMs = 500;
  while (!signal.aborted) {
    try {
      await readEvents(addressOf('/events'), lastId, signal, (event, id) => {
        lastId = id ?? lastId;
        pauseMs = 500;
        onEvent(event);
      });
    } catch {
      // Not reached: tried again below, at growing distances. What was missed comes by the last id.
    }
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
    pauseMs = Math.min(longestPauseMs, pauseMs * 2);
  }
}

/**
 * Follows the server's events until the answer is called. One tab of a browser holds the connection and tells the others:
 * over HTTP/1.1 a browser opens six to a server, and a seventh tab would wait for ever.
 */
export function startLive(): () => void {
  const stop = new AbortController();
  if (!navigator.locks || !('BroadcastChannel' in window)) {
    void follow(stop.signal, take);
    return () => stop.abort();
  }
  const channel = new BroadcastChannel('kith.live');
  channel.onmessage = (message: MessageEvent<LiveEvent>) => take(message.data);
  navigator.locks
    .request('kith.live', { signal: stop.signal }, () =>
      follow(stop.signal, (event) => {
        channel.postMessage(event);
        take(event);
      }),
    )
    .catch(() => undefined);
  return () => {
    stop.abort();
    channel.close();
  };
}

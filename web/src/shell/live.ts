import type { KithEvent } from '@kith/sdk';
import { refreshEverything, refreshLists, refreshRecord, refreshTimelines } from '../data/cached.ts';
import type { ObjectName } from '../data/catalogue.ts';
import { kith } from '../data/kith.ts';
import { queryClient } from '../data/query-client.ts';
import { sessionOptions } from '../data/session.ts';
import { findKind } from '../kinds/index.ts';
import { texts } from '../texts/index.ts';
import { createStore } from './store.ts';

const gatherMs = 250;
const markedMs = 4_000;

/** Records that somebody else has just changed, with who it was: lists and pages mark them for a moment. */
export const touched = createStore<ReadonlyMap<string, string>>(new Map());
/** What a screen reader is told of changes by others. */
export const spoken = createStore('');

let waiting: KithEvent[] = [];
let timer = 0;

function mark(events: KithEvent[]) {
  const me = queryClient.getQueryData(sessionOptions.queryKey)?.user.id;
  const others = events.filter((event) => event.actor.type !== 'system' && event.actor.id !== me);
  if (others.length === 0) return;
  const next = new Map(touched.get());
  for (const event of others) for (const id of event.recordIds) next.set(id, event.actor.name);
  touched.set(next);
  spoken.set(texts.live.changed(others.at(-1)?.actor?.name ?? '', others.length));
  setTimeout(() => {
    const kept = new Map(touched.get());
    for (const event of others) for (const id of event.recordIds) kept.delete(id);
    touched.set(kept);
  }, markedMs);
}

/** Refreshes what is on the screen and was touched: once for a burst of events, not once for each. */
function settle() {
  const events = waiting;
  waiting = [];
  timer = 0;
  const lists = new Set<ObjectName>();
  let elsewhere = false;
  for (const event of events) {
    if (event.type === 'kith.stream.reset') refreshEverything();
    const [area, kind = ''] = event.type.split('.');
    if (area === 'demo') void queryClient.invalidateQueries({ queryKey: ['demo'] });
    if (kind === 'object') void queryClient.invalidateQueries({ queryKey: ['objects'] });
    if (kind === 'import') void queryClient.invalidateQueries({ queryKey: ['imports'] });
    if (event.object === 'task') void queryClient.invalidateQueries({ queryKey: ['tasks'] });
    const object = findKind(event.object)?.name;
    if (object) {
      lists.add(object);
      for (const id of event.recordIds) refreshRecord(object, id);
    } else if (event.object) elsewhere = true;
  }
  // What has no page of its own, as an activity, stands in the timelines of others.
  if (elsewhere) refreshTimelines();
  for (const object of lists) refreshLists(object);
  mark(events);
}

function take(event: KithEvent) {
  waiting.push(event);
  if (!timer) timer = window.setTimeout(settle, gatherMs);
}

async function follow(signal: AbortSignal, onEvent: (event: KithEvent) => void) {
  try {
    for await (const event of kith.events({ signal })) onEvent(event);
  } catch {
    // The session has ended, which the frame hears of by itself.
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
  channel.onmessage = (message: MessageEvent<KithEvent>) => take(message.data);
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

/** One event as the server tells it. */
export interface LiveEvent {
  id: string;
  type: string;
  at: string;
  actor?: { id: string; name: string; type: string } | null;
  recordIds?: string[];
}

/** Cuts a stream of server-sent events into blocks, whatever pieces it arrives in. */
export function createBlockReader(onBlock: (block: { id?: string; event?: string; data: string }) => void) {
  let rest = '';
  return (piece: string) => {
    const blocks = (rest + piece).replaceAll('\r\n', '\n').split('\n\n');
    rest = blocks.pop() ?? '';
    for (const text of blocks) {
      const block: { id?: string; event?: string; data: string } = { data: '' };
      for (const line of text.split('\n')) {
        const [, name, value = ''] = /^(id|event|data):? ?(.*)$/.exec(line) ?? [];
        if (name === 'data') block.data += (block.data ? '\n' : '') + value;
        else if (name === 'id') block.id = value;
        else if (name === 'event') block.event = value;
      }
      if (block.data) onBlock(block);
    }
  };
}

/** Reads events until the connection ends; throws when it can't be made. Not an EventSource, since that needs every type's name beforehand. */
export async function readEvents(
  address: string,
  lastId: string | undefined,
  signal: AbortSignal,
  onEvent: (event: LiveEvent, id?: string) => void,
) {
  const response = await fetch(address, {
    headers: { accept: 'text/event-stream', ...(lastId ? { 'last-event-id': lastId } : {}) },
    credentials: 'same-origin',
    signal,
  });
  if (!response.ok || !response.body) throw new Error(`The event stream answered ${response.status}.`);
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  const take = createBlockReader((block) => {
    try {
      const data = JSON.parse(block.data) as LiveEvent;
      onEvent({ ...data, type: data.type ?? block.event ?? '' }, block.id);
    } catch {
      // A block that is not JSON is a comment of the server's; there is nothing to show.
    }
  });
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    take(value);
  }
}

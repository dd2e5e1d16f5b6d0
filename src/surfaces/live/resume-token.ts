import { Problem } from '#platform/errors';
import type { EventPosition } from '#platform/events';

const shape = /^(\d{1,9})\.(\d{1,20})\.([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/;
const largestXid = 2n ** 64n - 1n;

/** A place in the log as the `id:` of a message, which comes back as `Last-Event-ID`. */
export function resumeToken(position: EventPosition): string {
  return `${position.epoch}.${position.xid}.${position.eventId}`;
}

/** The place that a token names. Errors: `bad_request`. */
export function parseResumeToken(text: string): EventPosition {
  const [, epoch, xid, eventId] = shape.exec(text.trim()) ?? [];
  if (epoch === undefined || xid === undefined || eventId === undefined || BigInt(xid) > largestXid) {
    throw new Problem('bad_request', {
      detail:
        'Last-Event-ID takes the id of a message of this stream as it came. Leave it out to hear from now on, and load what you show anew.',
    });
  }
  return { epoch: Number(epoch), xid, eventId };
}

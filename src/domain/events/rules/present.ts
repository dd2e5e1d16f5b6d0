import { z } from 'zod';
import type { FailedEvent } from '#platform/handlers';
import { publicId } from '#platform/ids';

/** What `presentFailed` answers. */
export const failedAnswer = z.object({
  id: z.string(),
  handler: z.string(),
  eventId: z.string(),
  eventAt: z.iso.datetime(),
  error: z.string(),
  failedAt: z.iso.datetime(),
});

/** A failed event as the API shows it. */
export function presentFailed({ id, handler, eventId, eventAt, error, failedAt }: FailedEvent) {
  return {
    id: publicId('fe', id),
    handler,
    eventId: publicId('ev', eventId),
    eventAt: eventAt.toISOString(),
    error,
    failedAt: failedAt.toISOString(),
  };
}

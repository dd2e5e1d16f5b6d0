import type { FailedEvent } from '#platform/handlers';
import { publicId } from '#platform/ids';

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

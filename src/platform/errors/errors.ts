import { defineProblems } from './problem.ts';

defineProblems({
  merged: { status: 308, title: 'It was merged into another record' },
  not_signed_in: { status: 401, title: 'Sign in first' },
  not_allowed: { status: 403, title: 'You may not do this' },
  not_found: { status: 404, title: 'There is no such thing here' },
  validation_failed: { status: 400, title: 'The input has mistakes' },
  unknown_field: { status: 400, title: 'There is no such field' },
  bad_request: { status: 400, title: 'The request cannot be understood' },
  conflict: { status: 409, title: 'This conflicts with what is there' },
  already_known: { status: 409, title: 'Already known' },
  version_changed: { status: 412, title: 'Somebody changed this meanwhile' },
  too_large: { status: 413, title: 'Too large' },
  unsupported_media_type: { status: 415, title: 'This kind of content is not understood' },
  idempotency_key_reused: { status: 422, title: 'The idempotency key was used for something else' },
  rate_limited: { status: 429, title: 'Too many requests' },
  internal_error: { status: 500, title: 'Something went wrong on our side' },
  not_ready: { status: 503, title: 'Not ready yet' },
});

import { defineProblems } from '#platform/errors';

defineProblems({
  address_refused: { status: 400, title: 'Kith does not call this address' },
  unreachable: { status: 502, title: 'The other side cannot be reached' },
  answer_too_large: { status: 502, title: 'The other side answered with too much' },
});

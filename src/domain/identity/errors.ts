import { defineProblems, Problem } from '#platform/errors';

defineProblems({
  second_factor_needed: { status: 401, title: 'One more step to sign in' },
  step_up_needed: { status: 403, title: 'Show that it is you' },
});

/** The first factor was right, and a second one is asked for. */
export class SecondFactorNeeded extends Problem {
  /** For the second step: whoever has it has shown the first factor. Only its hash is stored. */
  readonly challenge: string;

  constructor(challenge: string) {
    super('second_factor_needed', {
      detail:
        'Enter the code that your authenticator shows, or one of your recovery codes. POST /api/v1/session/second-factor with "code", within 5 minutes.',
    });
    this.challenge = challenge;
  }
}

/** A role that is not there, with those that are. */
export function unknownRole(names: readonly string[]): Problem {
  const message = `must be one of ${names.join(', ')}`;
  return new Problem('validation_failed', { detail: `role: ${message}`, mistakes: [{ path: 'role', message }] });
}

/** One mistake in the input: where it is and what to do about it. */
export interface InputMistake {
  path: string;
  message: string;
}

/** A refusal of the server, as its problem+json says it; status 0 and code `unreachable` when there was no answer at all. */
export class KithError extends Error {
  readonly status: number;
  /** For programs: `not_found`, `version_changed`, … */
  readonly code: string;
  readonly title: string;
  readonly errors: readonly InputMistake[];
  /** The id of the request, which the server's log knows. */
  readonly requestId: string | undefined;

  constructor(
    problem: {
      status?: unknown;
      code?: unknown;
      title?: unknown;
      detail?: unknown;
      errors?: unknown;
      instance?: unknown;
    },
    cause?: unknown,
  ) {
    const title = typeof problem.title === 'string' ? problem.title : 'The server refused.';
    super(typeof problem.detail === 'string' ? problem.detail : title, cause === undefined ? undefined : { cause });
    this.name = 'KithError';
    this.title = title;
    this.status = typeof problem.status === 'number' ? problem.status : 0;
    this.code = typeof problem.code === 'string' ? problem.code : 'unknown';
    this.errors = Array.isArray(problem.errors) ? (problem.errors as InputMistake[]) : [];
    this.requestId = typeof problem.instance === 'string' ? problem.instance : undefined;
  }
}

/** The refusal in an answer that is none of ours as well: a proxy's page, or nothing. */
export async function errorOf(response: Response): Promise<KithError> {
  const text = await response.text().catch(() => '');
  try {
    return new KithError({ ...(JSON.parse(text) as object), status: response.status });
  } catch {
    const title = `The server answered ${response.status}${response.statusText ? ` ${response.statusText}` : ''}.`;
    return new KithError({ status: response.status, title });
  }
}

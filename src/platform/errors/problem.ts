/** One mistake in the input: where it is (a JSON path such as `contacts.3.email`) and what to do about it. */
export interface InputMistake {
  path: string;
  message: string;
}

export interface ProblemKind {
  status: number;
  title: string;
}

const kinds = new Map<string, ProblemKind>();

/** Registers the expected failures of a module; a code is unique in the whole product. Throws when a code is declared twice with another meaning. */
export function defineProblems<const T extends Record<string, ProblemKind>>(problems: T): T {
  for (const [code, kind] of Object.entries(problems)) {
    const known = kinds.get(code);
    if (known && (known.status !== kind.status || known.title !== kind.title)) {
      throw new Error(`The problem code '${code}' is declared twice.`);
    }
    kinds.set(code, kind);
  }
  return problems;
}

/** Every declared problem, by its code, for the catalogue. */
export function problemCatalogue(): ReadonlyMap<string, ProblemKind> {
  return kinds;
}

export interface ProblemOptions {
  /** What happened and what to do, for the person who reads it. */
  detail?: string;
  mistakes?: InputMistake[];
  /** For the log only: never shown. */
  cause?: unknown;
  headers?: Record<string, string>;
  /** Further members of the body of the answer. */
  members?: Record<string, unknown>;
}

/** An expected failure: it reaches the caller as RFC 9457 problem+json with its code. */
export class Problem extends Error {
  readonly code: string;
  readonly status: number;
  readonly title: string;
  readonly mistakes: InputMistake[];
  readonly headers: Record<string, string>;
  readonly members: Record<string, unknown>;

  constructor(code: string, options: ProblemOptions = {}) {
    const kind = kinds.get(code) ?? { status: 500, title: 'Something went wrong on our side' };
    super(options.detail ?? kind.title, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'Problem';
    this.code = code;
    this.status = kind.status;
    this.title = kind.title;
    this.mistakes = options.mistakes ?? [];
    this.headers = options.headers ?? {};
    this.members = options.members ?? {};
  }

  /** The body of the answer, RFC 9457. */
  toJSON(): Record<string, unknown> {
    return {
      type: `https://kith.dev/problems/${this.code}`,
      title: this.title,
      status: this.status,
      code: this.code,
      detail: this.message,
      ...(this.mistakes.length > 0 ? { errors: this.mistakes } : {}),
      ...this.members,
    };
  }
}

/** Any thrown thing as a Problem; what is not expected becomes `internal_error` and says nothing about the inside. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  return new Problem('internal_error', {
    detail: 'Kith could not do this because of a mistake of its own. It has been logged; trying again may help.',
    cause: error,
  });
}

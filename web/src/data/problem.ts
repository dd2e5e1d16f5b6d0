import { KithError } from '@kith/sdk';
import { texts } from '../texts/index.ts';

export interface FieldError {
  /** Where: a field, or a path such as `customFields.region`. */
  path: string;
  message: string;
}

/** What the server said no to, in its own words (RFC 9457), or that it could not be reached (status 0). */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly errors: readonly FieldError[];

  constructor(problem: {
    status: number;
    code?: string;
    title?: string;
    detail?: string;
    errors?: readonly FieldError[];
  }) {
    super(problem.detail ?? problem.title ?? '');
    this.status = problem.status;
    this.code = problem.code ?? 'unknown';
    this.title = problem.title ?? texts.states.broken;
    this.detail = problem.detail ?? problem.title ?? texts.states.brokenText;
    this.errors = problem.errors ?? [];
  }

  /** Whatever was thrown, as a problem that can be shown. */
  static from(error: unknown): ApiProblem {
    if (error instanceof ApiProblem) return error;
    if (error instanceof KithError) {
      if (error.status === 0)
        return new ApiProblem({
          status: 0,
          code: error.code,
          title: texts.states.offline,
          detail: texts.states.offlineText,
        });
      return new ApiProblem({
        status: error.status,
        code: error.code,
        title: error.title,
        detail: error.message,
        errors: error.errors,
      });
    }
    return new ApiProblem({
      status: -1,
      title: texts.states.broken,
      detail: error instanceof Error ? error.message : texts.states.brokenText,
    });
  }

  errorOf(field: string): string | undefined {
    const path = field.replace(/^custom\./, 'customFields.');
    return this.errors.find((one) => one.path === path || one.path.endsWith(`.${path}`))?.message;
  }
}

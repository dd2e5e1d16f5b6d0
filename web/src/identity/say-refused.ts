import { ApiProblem } from '../data/problem.ts';
import { sayFailed } from '../ui/overlay/toast.tsx';

/** Says what the server said, but for the question whether it is you: that has a dialog of its own. */
export function sayRefused(error: unknown): void {
  const problem = ApiProblem.from(error);
  if (problem.code !== 'step_up_needed') sayFailed(problem.detail);
}

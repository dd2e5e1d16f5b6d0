import type { ReactNode } from 'react';
import { ApiProblem } from '../data/problem.ts';
import { texts } from '../texts/index.ts';
import { Button } from './button.tsx';
import { Drawing, type DrawingName } from './drawing.tsx';

interface StateProps {
  drawing: DrawingName;
  title: string;
  text?: ReactNode;
  action?: ReactNode;
  /** The page's own heading, where there is no other. */
  heading?: 'h1' | 'h2' | undefined;
}

/** What a page shows where there is nothing else: one drawing, one sentence, one action. */
export function PageState({ drawing, title, text, action, heading: Heading = 'h2' }: StateProps) {
  return (
    <div className="grid h-full place-items-center p-6">
      <div className="flex max-w-dialog flex-col items-center gap-1 pb-12 text-center">
        <Drawing name={drawing} />
        <Heading className="mt-3 font-semibold text-lg">{title}</Heading>
        {text && <p className="text-pretty text-secondary">{text}</p>}
        {action && <div className="mt-4 flex gap-2">{action}</div>}
      </div>
    </div>
  );
}

interface ProblemStateProps extends Pick<StateProps, 'heading'> {
  error: unknown;
  onRetry?: () => void;
}

/** An error as a page: no permission, not there, or failed, each in its own words. */
export function ProblemState({ error, onRetry, heading }: ProblemStateProps) {
  const problem = ApiProblem.from(error);
  const own = { heading, text: problem.detail };
  if (problem.status === 403) return <PageState {...own} drawing="lock" title={texts.states.forbidden} />;
  if (problem.status === 404) return <PageState {...own} drawing="missing" title={texts.states.missing} />;
  const offline = problem.status === 0;
  return (
    <PageState
      {...own}
      drawing={offline ? 'offline' : 'broken'}
      title={offline ? texts.states.offline : problem.title}
      action={onRetry && <Button onClick={onRetry}>{texts.common.retry}</Button>}
    />
  );
}

/** An error inside a form or a part of a page. */
export function ProblemNote({ error }: { error: unknown }) {
  if (!error) return null;
  return (
    <p role="alert" className="wrap-anywhere rounded-control bg-danger-soft px-3 py-2 text-danger-text">
      {ApiProblem.from(error).detail}
    </p>
  );
}

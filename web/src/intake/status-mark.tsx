import { CircleAlert, CircleCheck, CircleDashed, CirclePause, CircleSlash } from 'lucide-react';
import type { ImportStatus } from '../data/imports.ts';
import { intakeTexts } from '../texts/index.ts';
import { Spinner } from '../ui/spinner.tsx';

const marks = {
  queued: <CircleDashed aria-hidden className="text-secondary" />,
  running: <Spinner />,
  paused: <CirclePause aria-hidden className="text-warning" />,
  done: <CircleCheck aria-hidden className="text-success" />,
  failed: <CircleAlert aria-hidden className="text-danger" />,
  cancelled: <CircleSlash aria-hidden className="text-secondary" />,
};

/** How an import stands, in a sign and a word. */
export function StatusMark({ status }: { status: ImportStatus }) {
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      {marks[status]}
      {intakeTexts.statuses[status]}
    </span>
  );
}

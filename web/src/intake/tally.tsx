import type { Import } from '../data/imports.ts';
import { intakeTexts } from '../texts/index.ts';
import { cx } from '../ui/cx.ts';
import { number } from '../ui/format.ts';

const kinds = ['created', 'updated', 'merged', 'skipped', 'rejected'] as const;
const fills = {
  created: 'bg-part-1',
  updated: 'bg-part-2',
  merged: 'bg-part-3',
  skipped: 'bg-line-strong',
  rejected: 'bg-danger',
};

/** What became of the rows: five numbers that add up, and how they share the file. */
export function Tally({ run }: { run: Import }) {
  return (
    <div className="grid gap-3">
      <dl className="grid grid-cols-2 overflow-hidden rounded-card border border-line tab:grid-cols-5">
        {kinds.map((kind) => (
          <div
            key={kind}
            data-tip={intakeTexts.about[kind]}
            className="-mt-line -ml-line border-line border-t border-l px-4 py-3"
          >
            <dt className="flex items-center gap-2 text-secondary">
              <span aria-hidden className={cx('size-2 rounded-full', fills[kind])} />
              {intakeTexts.outcomes[kind]}
            </dt>
            <dd className={cx('tabular mt-0.5 font-semibold text-xl', run[kind] === 0 && 'text-faint')}>
              {number(run[kind])}
            </dd>
          </div>
        ))}
      </dl>
      {run.rows > 0 && (
        <div aria-hidden className="flex h-1.5 gap-0.5 overflow-hidden rounded-full">
          {kinds.map(
            (kind) => run[kind] > 0 && <span key={kind} className={fills[kind]} style={{ flexGrow: run[kind] }} />,
          )}
        </div>
      )}
      {run.marked > 0 && <p className="text-secondary">{intakeTexts.marked(run.marked)}</p>}
    </div>
  );
}

import { type ReactNode, useId } from 'react';
import { cx } from '../ui/cx.ts';
import { money, shortMoney } from '../ui/money.ts';

/** An amount in short, the whole of it on hover. */
export const amount = (value: string, currency: string) => (
  <span data-tip={money(value, currency)}>{shortMoney(value, currency)}</span>
);

interface TableProps {
  title: string;
  heads: readonly string[];
  /** Beside the title. */
  tool?: ReactNode;
  children: ReactNode;
}

/** A table of figures under its title: the first column says of what, the others stand right. */
export function Table({ title, heads, tool, children }: TableProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="min-w-0">
      <div className="mb-2 flex flex-wrap items-center justify-between gap-2">
        <h2 id={id} className="font-semibold">
          {title}
        </h2>
        {tool}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be scrolled by key as well */}
      <div role="group" aria-labelledby={id} tabIndex={0} className="overflow-x-auto rounded-card border border-line">
        <table className="w-full">
          <thead className="text-secondary text-xs">
            <tr>
              {heads.map((head, at) => (
                <th
                  key={head}
                  scope="col"
                  className={cx('whitespace-nowrap px-3 py-2 font-medium', at === 0 ? 'text-left' : 'text-right')}
                >
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{children}</tbody>
        </table>
      </div>
    </section>
  );
}

/** A line of a table of figures. */
export function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <tr className="border-line border-t">
      <th scope="row" className="whitespace-nowrap px-3 py-2 text-left font-normal">
        {label}
      </th>
      {children}
    </tr>
  );
}

/** A figure in a line. */
export function Cell({ children }: { children: ReactNode }) {
  return <td className="tabular whitespace-nowrap px-3 py-2 text-right">{children}</td>;
}

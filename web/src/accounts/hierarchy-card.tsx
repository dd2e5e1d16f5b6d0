import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { CornerDownRight } from 'lucide-react';
import { pageOptions } from '../data/records.ts';
import type { KithRecord, Named } from '../data/types.ts';
import { namedOf } from '../data/values.ts';
import { recordLink } from '../kinds/links.ts';
import { texts } from '../texts/index.ts';
import { Avatar } from '../ui/avatar.tsx';
import { cx } from '../ui/cx.ts';

const shownMost = 50;

/** The company above this one, and those below it. */
export function HierarchyCard({ account }: { account: KithRecord }) {
  const children =
    useQuery(
      pageOptions(
        { object: 'account', filter: { parentAccountId: { eq: account.id } }, sort: 'name' },
        undefined,
        shownMost,
      ),
    ).data?.data ?? [];
  const parent = namedOf(account, 'parentAccountId');
  if (!parent && children.length === 0) return null;
  const own = parent ? 1 : 0;
  return (
    <section aria-labelledby="hierarchy-heading" className="px-4 py-4">
      <h2 id="hierarchy-heading" className="font-semibold">
        {texts.accounts.hierarchy}
      </h2>
      <ul className="-mx-2 mt-1">
        {parent && <Company named={parent} depth={0} />}
        <Company named={account} depth={own} current />
        {children.map((child) => (
          <Company key={child.id} named={child} depth={own + 1} />
        ))}
      </ul>
    </section>
  );
}

function Company({ named, depth, current = false }: { named: Named; depth: number; current?: boolean }) {
  const inside = (
    <>
      {depth > 0 && (
        <CornerDownRight
          aria-hidden
          className="text-faint"
          style={{ marginInlineStart: `calc(var(--spacing-icon) * ${depth - 1})` }}
        />
      )}
      <Avatar name={named.name} square />
      <span className="truncate" dir="auto">
        {named.name}
      </span>
    </>
  );
  const look = 'ring-inside flex min-h-row items-center gap-2.5 rounded-control px-2';
  return (
    <li>
      {current ? (
        <span aria-current="true" className={cx(look, 'font-medium')}>
          {inside}
        </span>
      ) : (
        <Link {...recordLink('account', named.id)} className={cx(look, 'hover:bg-hover')}>
          {inside}
        </Link>
      )}
    </li>
  );
}

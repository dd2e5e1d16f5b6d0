import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useId, useState } from 'react';
import { sayWithUndo } from '../../data/changes.ts';
import { followItems, type LineItem, type LineItems, lineItemsOptions, orderItems } from '../../data/deal-parts.ts';
import { useMay } from '../../data/permissions.ts';
import { ApiProblem } from '../../data/problem.ts';
import type { KithRecord } from '../../data/types.ts';
import { namedOf } from '../../data/values.ts';
import { texts, dealPartsTexts as words } from '../../texts/index.ts';
import { Switch } from '../../ui/checkbox.tsx';
import { number } from '../../ui/format.ts';
import { Sortable } from '../../ui/forms/sortable.tsx';
import { money } from '../../ui/money.ts';
import { sayFailed } from '../../ui/overlay/toast.tsx';
import { PartsCard } from './parts-card.tsx';

const own = words.lineItem;
const asked = ['productId', 'name', 'quantity', 'unitPrice', 'discount'];
const nameOf = (item: KithRecord) => item.name || (namedOf(item, 'productId')?.name ?? own.change);

/** Runs a write and says what came of it. */
async function told(write: Promise<string | undefined>, text: string): Promise<void> {
  try {
    sayWithUndo(text, await write);
  } catch (error) {
    sayFailed(words.notDone(ApiProblem.from(error).detail));
  }
}

/** What is sold in a deal, in its order, and what it comes to. */
export function LineItemsCard({ deal }: { deal: KithRecord }) {
  const { data, error } = useQuery(lineItemsOptions(deal.id));
  return (
    <PartsCard part="lineItem" deal={deal} parts={data?.data} error={error} names={asked} nameOf={nameOf}>
      {(items, edit, mayWrite) => (
        <>
          <Items key={items.map((item) => item.id).join()} dealId={deal.id} items={items} edit={mayWrite && edit} />
          {data && <Total deal={deal} items={data} />}
        </>
      )}
    </PartsCard>
  );
}

interface ItemsProps {
  dealId: string;
  items: readonly LineItem[];
  /** The button that opens one; false for those who may not write. */
  edit: false | ((item: LineItem) => ReactNode);
}

/** The items, put in order by their grips: shown at once, and saved once a grip is let go of. */
function Items({ dealId, items, edit }: ItemsProps) {
  const [order, setOrder] = useState(() => items.map((item) => item.id));
  const shown = order.map((id) => items.find((item) => item.id === id)).filter((item) => item !== undefined);
  const settle = () => {
    if (order.some((id, at) => items[at]?.id !== id)) void told(orderItems(dealId, order), own.ordered);
  };
  if (!edit)
    return (
      <ul aria-label={own.order} className="mt-1">
        {items.map((item) => (
          <li key={item.id}>
            <Item item={item} />
          </li>
        ))}
      </ul>
    );
  return (
    <Sortable
      label={own.order}
      items={shown}
      keyOf={(item) => item.id}
      nameOf={nameOf}
      onMove={(from, to) => setOrder(order.toSpliced(from, 1).toSpliced(to, 0, ...order.slice(from, from + 1)))}
      onSettle={settle}
      className="-mx-2 mt-1"
    >
      {(item, grip) => <Item item={item} grip={items.length > 1 && grip} edit={edit(item)} />}
    </Sortable>
  );
}

function Item({ item, grip, edit }: { item: LineItem; grip?: ReactNode; edit?: ReactNode }) {
  const discount = item.discount > 0 ? texts.values.percent(number(item.discount)) : '';
  return (
    <div className="flex min-h-row items-center gap-1 py-1">
      {grip}
      <div className="min-w-0 grow">
        <p className="wrap-anywhere line-clamp-2" dir="auto">
          {item.name}
        </p>
        <p className="tabular text-secondary text-xs">
          {own.figures(number(item.quantity), money(item.unitPrice, item.currency), discount)}
        </p>
      </div>
      <span className="tabular whitespace-nowrap">{money(item.total, item.currency)}</span>
      {edit}
    </div>
  );
}

/** The sum to the cent, and whether the amount of the deal follows it. */
function Total({ deal, items }: { deal: KithRecord; items: LineItems }) {
  const id = useId();
  const mayFollow = useMay('deals:write') && !deal.deletedAt;
  const { total, currency, amountFromItems } = items;
  // Shown at once, until the server has answered.
  const [wanted, setWanted] = useState<boolean>();
  const follow = async (next: boolean) => {
    setWanted(next);
    await told(followItems(deal.id, next), next ? own.follows : own.stays);
    setWanted(undefined);
  };
  return (
    <div className="mt-1 grid gap-2 border-line border-t pt-2">
      <p className="flex justify-between gap-2 font-semibold">
        {own.total}
        <span className="tabular">{money(total, currency)}</span>
      </p>
      <label htmlFor={id} className="flex min-h-control-small items-center justify-between gap-2 text-secondary">
        {own.follow}
        <Switch
          id={id}
          checked={wanted ?? amountFromItems}
          disabled={!mayFollow}
          onChange={(event) => void follow(event.target.checked)}
        />
      </label>
    </div>
  );
}

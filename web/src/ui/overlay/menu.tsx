import { Check, type LucideIcon } from 'lucide-react';
import { type KeyboardEvent, type ReactElement, type ReactNode, useEffect, useRef } from 'react';
import { cx } from '../cx.ts';
import { Kbd } from '../kbd.tsx';
import { Floating, type TriggerProps } from './floating.tsx';

export interface MenuAction {
  label: string;
  icon?: LucideIcon;
  keys?: string;
  danger?: boolean;
  chosen?: boolean;
  disabled?: boolean;
  hint?: string;
  onSelect: () => void;
}

interface MenuProps {
  label: string;
  trigger: (props: TriggerProps) => ReactElement;
  /** Groups of actions, with a line between them. */
  groups: (MenuAction | false | undefined)[][];
  header?: ReactNode;
  align?: 'start' | 'center' | 'end';
}

/** A button with a menu of actions. */
export function Menu({ label, trigger, groups, header, align = 'start' }: MenuProps) {
  return (
    <Floating label={label} trigger={trigger} align={align} kind="menu">
      {(close) => (
        <>
          {header}
          <MenuList label={label} groups={groups} close={close} />
        </>
      )}
    </Floating>
  );
}

function MenuList({ label, groups, close }: Pick<MenuProps, 'label' | 'groups'> & { close: () => void }) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const frame = requestAnimationFrame(() =>
      (ref.current?.querySelector<HTMLElement>('[aria-checked=true]') ?? firstOf(ref.current))?.focus(),
    );
    return () => cancelAnimationFrame(frame);
  }, []);
  const filled = groups
    .map((group) => group.filter((action) => action !== false && action !== undefined))
    .filter((group) => group.length > 0);
  return (
    <div ref={ref} role="menu" aria-label={label} tabIndex={-1} onKeyDown={moveFocus} className="p-1 outline-none">
      {filled.map((group, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the groups of a menu are fixed
        <div key={at} role="group" className={cx(at > 0 && 'mt-1 border-line border-t pt-1')}>
          {group.map((action) => (
            <MenuItem key={action.label} action={action} close={close} />
          ))}
        </div>
      ))}
    </div>
  );
}

function MenuItem({ action, close }: { action: MenuAction; close: () => void }) {
  const { icon: Icon } = action;
  const choice = action.chosen !== undefined;
  return (
    <button
      type="button"
      role={choice ? 'menuitemradio' : 'menuitem'}
      aria-checked={choice ? action.chosen : undefined}
      disabled={action.disabled}
      tabIndex={-1}
      onPointerMove={(event) => event.pointerType === 'mouse' && event.currentTarget.focus()}
      onClick={() => {
        close();
        action.onSelect();
      }}
      className={cx(
        'flex min-h-control w-full items-center gap-2 rounded-control px-2 text-left outline-none focus:bg-hover disabled:opacity-50',
        action.danger ? 'text-danger-text' : 'text-text',
      )}
    >
      {Icon && <Icon aria-hidden className={action.danger ? undefined : 'text-secondary'} />}
      <span className="grow truncate">{action.label}</span>
      {action.hint && <span className="text-secondary text-xs">{action.hint}</span>}
      {action.keys && (
        <span className="touch:hidden">
          <Kbd keys={action.keys} />
        </span>
      )}
      {choice && <Check aria-hidden className={action.chosen ? 'text-accent' : 'invisible'} />}
    </button>
  );
}

function itemsOf(list: Element | null): HTMLElement[] {
  return [...(list?.querySelectorAll<HTMLElement>('[role^=menuitem]:not(:disabled)') ?? [])];
}

function firstOf(list: Element | null): HTMLElement | undefined {
  return itemsOf(list)[0];
}

function moveFocus(event: KeyboardEvent<HTMLDivElement>) {
  const items = itemsOf(event.currentTarget);
  const at = items.indexOf(document.activeElement as HTMLElement);
  const step = { ArrowDown: 1, ArrowUp: -1, Home: -at, End: items.length - 1 - at }[event.key];
  if (step !== undefined) {
    event.preventDefault();
    items[(at + step + items.length) % items.length]?.focus();
  } else if (event.key.length === 1 && /\p{L}/u.test(event.key)) {
    const letter = event.key.toLowerCase();
    const next = [...items.slice(at + 1), ...items].find((item) => item.textContent?.toLowerCase().startsWith(letter));
    next?.focus();
  }
}

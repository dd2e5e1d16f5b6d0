import { CircleAlert, CircleCheck, X } from 'lucide-react';
import { useEffect } from 'react';
import { createStore } from '../../shell/store.ts';
import { texts } from '../../texts/index.ts';
import { cx } from '../cx.ts';

interface Toast {
  id: number;
  text: string;
  kind: 'done' | 'failed';
  action?: { label: string; run: () => void } | undefined;
}

const shownMs = { done: 6_000, failed: 12_000 };
const toasts = createStore<Toast[]>([]);
const lifted = createStore(false);
let nextId = 1;

function remove(id: number) {
  toasts.set(toasts.get().filter((toast) => toast.id !== id));
}

/** Says at the edge of the page what has happened; the action is usually "Undo". */
export function say(text: string, action?: Toast['action'], kind: Toast['kind'] = 'done'): void {
  const toast = { id: nextId++, text, kind, action };
  toasts.set([...toasts.get().slice(-2), toast]);
  setTimeout(() => remove(toast.id), shownMs[kind]);
}

/** Says what went wrong, and what to do. */
export function sayFailed(text: string, action?: Toast['action']): void {
  say(text, action, 'failed');
}

/** Lifts the toasts above a bar at the bottom of the page while that is there. */
export function useLiftedToasts(): void {
  useEffect(() => {
    lifted.set(true);
    return () => lifted.set(false);
  }, []);
}

export function Toasts() {
  const high = lifted.use();
  const shown = toasts.use();
  return (
    <div
      role="status"
      aria-live="polite"
      className={cx(
        'pointer-events-none fixed inset-x-4 bottom-20 z-50 flex flex-col items-center gap-2 tab:inset-x-auto tab:right-4 tab:items-end',
        high ? 'tab:bottom-toast-lifted' : 'tab:bottom-toast',
      )}
    >
      {shown.map((toast) => {
        const Icon = toast.kind === 'done' ? CircleCheck : CircleAlert;
        return (
          <div
            key={toast.id}
            className="pointer-events-auto flex max-w-dialog animate-rise items-center gap-2 rounded-card border border-line bg-raised py-1.5 pr-1.5 pl-3 shadow-float"
          >
            <Icon aria-hidden className={toast.kind === 'done' ? 'text-success' : 'text-danger'} />
            <span className="py-1 pr-2">{toast.text}</span>
            {toast.action && (
              <button
                type="button"
                onClick={() => {
                  toast.action?.run();
                  remove(toast.id);
                }}
                className="h-control-small shrink-0 whitespace-nowrap rounded-control px-2 font-medium text-accent hover:bg-hover"
              >
                {toast.action.label}
              </button>
            )}
            <button
              type="button"
              aria-label={texts.common.close}
              onClick={() => remove(toast.id)}
              className={cx(
                'grid size-control-small place-items-center rounded-control text-secondary hover:bg-hover hover:text-text',
              )}
            >
              <X aria-hidden />
            </button>
          </div>
        );
      })}
    </div>
  );
}

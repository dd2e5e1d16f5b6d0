import { ChevronDown, Layers, Pencil, Save, Share2, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useChangeView, useDeleteView } from '../../data/views.ts';
import { kindOf } from '../../kinds/index.ts';
import { texts } from '../../texts/index.ts';
import { Button } from '../../ui/button.tsx';
import { lazily } from '../../ui/lazily.ts';
import { Menu, type MenuAction } from '../../ui/overlay/menu.tsx';
import { say } from '../../ui/overlay/toast.tsx';
import type { ListState } from './use-list-state.ts';

const ViewDialog = lazily(() => import('./view-dialog.tsx').then((module) => module.ViewDialog));

/** Which view the list shows; choosing, saving, renaming and deleting views. */
export function ViewMenu({ state }: { state: ListState }) {
  const [dialog, setDialog] = useState<'create' | 'rename'>();
  const change = useChangeView();
  const remove = useDeleteView();
  const { view } = state;
  const settings = { filter: state.list.filter ?? null, sort: state.list.sort ?? null, columns: [...state.columns] };
  const update = () => {
    if (!view) return;
    change.mutate({ id: view.id, ...settings }, { onSuccess: () => say(texts.views.updated(view.name)) });
    state.choose(view);
  };
  return (
    <>
      <Menu
        label={texts.views.heading}
        trigger={(props) => (
          <button
            type="button"
            {...props}
            className="flex h-control-small min-w-0 items-center gap-1.5 rounded-control px-2 text-secondary hover:bg-hover hover:text-text aria-expanded:bg-hover"
          >
            <span className="truncate">{view?.name ?? texts.views.all(kindOf(state.object).words)}</span>
            <ChevronDown aria-hidden className="size-3.5" />
          </button>
        )}
        groups={groupsOf({ state, update, remove, change, setDialog })}
      />
      {state.changed && (
        <Button small kind="link" onClick={() => (view ? update() : setDialog('create'))}>
          {texts.views.save}
        </Button>
      )}
      {dialog && <ViewDialog kind={dialog} state={state} settings={settings} onClose={() => setDialog(undefined)} />}
    </>
  );
}

interface GroupParts {
  state: ListState;
  update: () => void;
  change: ReturnType<typeof useChangeView>;
  remove: ReturnType<typeof useDeleteView>;
  setDialog: (dialog: 'create' | 'rename') => void;
}

/** The views to choose from, what can be saved, and what can be done with the chosen one. */
function groupsOf({ state, update, change, remove, setDialog }: GroupParts): (MenuAction | false)[][] {
  const { view, views } = state;
  return [
    [
      {
        label: texts.views.all(kindOf(state.object).words),
        icon: Layers,
        chosen: !view,
        onSelect: () => state.choose(undefined),
      },
      ...views.map((one) => ({
        label: one.name,
        icon: Layers,
        chosen: one.id === view?.id,
        onSelect: () => state.choose(one),
      })),
    ],
    [
      state.changed && view !== undefined && { label: texts.views.update(view.name), icon: Save, onSelect: update },
      { label: texts.views.create, icon: Save, onSelect: () => setDialog('create') },
    ],
    [
      view !== undefined && { label: texts.views.rename, icon: Pencil, onSelect: () => setDialog('rename') },
      view !== undefined && {
        label: view.shared ? texts.views.unshare : texts.views.share,
        icon: Share2,
        onSelect: () => change.mutate({ id: view.id, shared: !view.shared }),
      },
      view !== undefined && {
        label: texts.views.delete,
        icon: Trash2,
        danger: true,
        onSelect: () => {
          remove.mutate(view.id, { onSuccess: () => say(texts.views.deleted(view.name)) });
          state.choose(undefined);
        },
      },
    ],
  ];
}

import { useQueries } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Command } from 'cmdk';
import { Contrast, Keyboard, type LucideIcon, Moon, Plus, Undo2, Upload } from 'lucide-react';
import { Dialog } from 'radix-ui';
import { useDeferredValue, useState } from 'react';
import { undoLatest } from '../data/changes.ts';
import { searchOptions } from '../data/records.ts';
import type { KithRecord } from '../data/types.ts';
import { nameOf } from '../data/values.ts';
import { type Kind, useKinds } from '../kinds/index.ts';
import { listLink, useOpenRecord } from '../kinds/links.ts';
import { texts } from '../texts/index.ts';
import { Avatar } from '../ui/avatar.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { Veil } from '../ui/overlay/veil.tsx';
import { setLook, toggleTheme } from './look.ts';
import { keysOpen, paletteContext, paletteOpen } from './palette-store.ts';
import { places, useOwnPlaces } from './places.ts';

const item =
  'flex min-h-control cursor-default select-none items-center gap-2.5 rounded-control px-2.5 data-[selected=true]:bg-hover [&_.lucide]:text-secondary';
const group =
  'px-2 pb-2 [&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:text-secondary';

function close() {
  paletteOpen.set(false);
}

/** Go to, search, create, and run what can be run on the selection: everything, from one line. */
export function CommandPalette() {
  const [words, setWords] = useState('');
  return (
    <Dialog.Root open onOpenChange={(open) => !open && close()}>
      <Dialog.Portal>
        <Veil />
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed inset-x-0 top-0 z-40 flex h-full animate-appear flex-col overflow-hidden bg-raised shadow-dialog tab:inset-x-auto tab:top-1/8 tab:left-1/2 tab:h-auto tab:max-h-3/4 tab:w-palette tab:-translate-x-1/2 tab:rounded-dialog"
        >
          <Dialog.Title className="only-read">{texts.palette.title}</Dialog.Title>
          <Command label={texts.palette.title} loop shouldFilter={false} className="flex min-h-0 flex-col">
            <div className="flex items-center border-line border-b pr-2">
              <Command.Input
                autoFocus
                value={words}
                onValueChange={setWords}
                placeholder={texts.palette.placeholder}
                className="h-header min-w-0 grow bg-transparent px-4 text-lg outline-none"
              />
              <button type="button" onClick={close} className="h-control px-2 font-medium text-accent tab:hidden">
                {texts.common.cancel}
              </button>
            </div>
            <Command.List className="min-h-0 overflow-y-auto overscroll-contain py-1">
              <Command.Empty className="px-4 py-6 text-center text-secondary">
                {texts.palette.nothing(words)}
              </Command.Empty>
              <ContextActions words={words} />
              <Records words={words} />
              <Places words={words} />
              <Actions words={words} />
            </Command.List>
          </Command>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

interface EntryProps {
  icon: LucideIcon;
  label: string;
  keys?: string | undefined;
  run: () => void;
}

function Entry({ icon: Icon, label, keys, run }: EntryProps) {
  const select = () => {
    close();
    run();
  };
  return (
    <Command.Item value={label} onSelect={select} className={item}>
      <Icon aria-hidden />
      <span className="grow truncate">{label}</span>
      {keys && <Kbd keys={keys} />}
    </Command.Item>
  );
}

interface Words {
  words: string;
}

/** Every word typed begins or stands within a word of the label. */
function matches(label: string, words: string): boolean {
  const known = label.toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => known.includes(word));
}

function Group({ heading, entries, words }: Words & { heading: string; entries: EntryProps[] }) {
  const shown = entries.filter((entry) => matches(entry.label, words));
  if (shown.length === 0) return null;
  return (
    <Command.Group heading={heading} className={group}>
      {shown.map((entry) => (
        <Entry key={entry.label} {...entry} />
      ))}
    </Command.Group>
  );
}

function ContextActions({ words }: Words) {
  const context = paletteContext.use();
  if (!context) return null;
  return <Group heading={context.heading} entries={context.actions} words={words} />;
}

function Places({ words }: Words) {
  const navigate = useNavigate();
  const own = useOwnPlaces();
  const entries = [...places, ...own].map(({ link, icon, label, keys }) => ({
    icon,
    label,
    keys,
    run: () => void navigate(link),
  }));
  return <Group heading={texts.palette.goTo} entries={entries} words={words} />;
}

function Actions({ words }: Words) {
  const navigate = useNavigate();
  const kinds = useKinds();
  const isMore = () => document.documentElement.dataset.contrast === 'more';
  const entries: EntryProps[] = [
    ...kinds.map(({ name, words }) => ({
      icon: Plus,
      label: words.create,
      run: () => void navigate({ ...listLink(name), search: { create: true } }),
    })),
    { icon: Upload, label: texts.intake.start, run: () => void navigate({ to: '/imports/new', search: {} }) },
    { icon: Undo2, label: texts.undo.latest, keys: 'mod+z', run: () => void undoLatest() },
    { icon: Moon, label: texts.palette.theme, keys: 'mod+shift+l', run: toggleTheme },
    { icon: Contrast, label: texts.palette.contrast, run: () => setLook({ contrast: isMore() ? 'normal' : 'more' }) },
    { icon: Keyboard, label: texts.shell.keys, keys: '?', run: () => keysOpen.set(true) },
  ];
  return <Group heading={texts.palette.actions} entries={entries} words={words} />;
}

const foundMost = 5;
/** Kinds that are looked through with every letter. */
const searchedMost = 12;

function Records({ words }: Words) {
  const q = useDeferredValue(words.trim());
  const enabled = q.length > 0;
  const kinds = useKinds().slice(0, searchedMost);
  const found = useQueries({
    queries: kinds.map((kind) => ({ ...searchOptions(kind.name, q, foundMost), enabled })),
  });
  if (!enabled) return null;
  return kinds.map((kind, at) => <RecordGroup key={kind.name} kind={kind} records={found[at]?.data ?? []} />);
}

function RecordGroup({ kind, records }: { kind: Kind; records: KithRecord[] }) {
  const open = useOpenRecord();
  if (records.length === 0) return null;
  return (
    <Command.Group heading={kind.words.many} className={group}>
      {records.map((record) => (
        <Command.Item
          key={record.id}
          value={`${record.id} ${nameOf(record)}`}
          onSelect={() => {
            close();
            open(kind.name, record.id);
          }}
          className={item}
        >
          <Avatar name={nameOf(record)} square={kind.square} />
          <span className="truncate" dir="auto">
            {nameOf(record)}
          </span>
          <span className="min-w-0 grow truncate text-secondary">{kind.line(record) || kind.hint(record)}</span>
          <kind.icon aria-hidden />
        </Command.Item>
      ))}
    </Command.Group>
  );
}

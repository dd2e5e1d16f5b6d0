import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { replayHandler } from '../data/setup/event-handlers.ts';
import { eventsTexts, texts } from '../texts/index.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Input } from '../ui/input.tsx';
import { Dialog } from '../ui/overlay/dialog.tsx';
import { say } from '../ui/overlay/toast.tsx';
import { ProblemNote } from '../ui/state.tsx';

const words = eventsTexts.handlers;

/** Has a handler read the log again from a moment on. */
export function ReplayDialog({ name, onClose }: { name: string; onClose: () => void }) {
  const [from, setFrom] = useState('');
  const replay = useMutation({
    mutationFn: () => replayHandler(name, new Date(from).toISOString()),
    onSuccess: () => {
      say(words.done(name));
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    replay.mutate();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={words.replayOf(name)}
      description={words.replayText}
      actions={
        <>
          <Button onClick={onClose}>{texts.common.cancel}</Button>
          <Button kind="primary" type="submit" form="replay-form" disabled={!from} busy={replay.isPending}>
            {words.run}
          </Button>
        </>
      }
    >
      <form id="replay-form" onSubmit={submit} className="grid gap-4">
        <Field label={words.from}>
          {(ids) => (
            <Input
              {...ids}
              required
              type="datetime-local"
              value={from}
              onChange={(event) => setFrom(event.target.value)}
            />
          )}
        </Field>
        <ProblemNote error={replay.error} />
      </form>
    </Dialog>
  );
}

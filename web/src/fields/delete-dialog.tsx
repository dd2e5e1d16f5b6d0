import type { Field, ObjectName } from '../data/catalogue.ts';
import { useDeleteField } from '../data/custom-fields.ts';
import { texts, fieldsTexts as words } from '../texts/index.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/overlay/dialog.tsx';
import { say } from '../ui/overlay/toast.tsx';
import { ProblemNote } from '../ui/state.tsx';

/** A field goes out of everybody's tables and forms, so it is asked for. */
export function DeleteDialog({ object, field, onClose }: { object: ObjectName; field: Field; onClose: () => void }) {
  const remove = useDeleteField(object);
  const confirm = () =>
    remove.mutate(field.id ?? '', {
      onSuccess: () => {
        say(words.deleted(field.label));
        onClose();
      },
    });
  return (
    <Dialog
      open
      onClose={onClose}
      title={words.delete(field.label)}
      description={words.deleteText}
      actions={
        <>
          <Button onClick={onClose}>{texts.common.cancel}</Button>
          <Button kind="danger" busy={remove.isPending} onClick={confirm}>
            {words.deleteNow}
          </Button>
        </>
      }
    >
      {remove.error && <ProblemNote error={remove.error} />}
    </Dialog>
  );
}

import { useMutation } from '@tanstack/react-query';
import { kith } from '../../data/kith.ts';
import { texts } from '../../texts/index.ts';
import { Button } from '../../ui/button.tsx';
import { ProblemNote } from '../../ui/state.tsx';

interface FileInputProps {
  /** The record on which the file is put. */
  recordId: string;
  label: string;
  value: unknown;
  onChange: (fileId: string | null) => void;
}

/** Puts a file on the record and makes it the value of the field. */
export function FileInput({ recordId, label, value, onChange }: FileInputProps) {
  const upload = useMutation({
    mutationFn: (file: File) =>
      kith.call<{ id: string }>({ method: 'POST', path: '/files/upload', kind: 'form' }, { recordId, file }),
    onSuccess: ({ id }) => onChange(id),
  });
  return (
    <div className="grid gap-2">
      <input
        type="file"
        aria-label={label}
        disabled={upload.isPending}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) upload.mutate(file);
        }}
        className="w-full text-secondary file:mr-3 file:h-control-small file:rounded-control file:border file:border-line-strong file:border-solid file:bg-surface file:px-2 file:text-text"
      />
      <ProblemNote error={upload.error} />
      {value !== null && value !== undefined && (
        <Button small kind="quiet" onClick={() => onChange(null)} className="justify-self-start">
          {texts.picker.clear}
        </Button>
      )}
    </div>
  );
}

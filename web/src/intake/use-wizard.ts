import { useNavigate } from '@tanstack/react-router';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type ImportChoices, type ImportObject, type Preview, previewFile, startImport } from '../data/imports.ts';
import { ApiProblem } from '../data/problem.ts';
import { takeFile } from './given-file.ts';

type Step = 'file' | 'columns' | 'check';

export type Choices = Omit<ImportChoices, 'uploadId' | 'object' | 'mapping'>;

/** The file on its way to the server, and what was seen in it. */
function useFile(onFailed: (problem: ApiProblem | undefined) => void) {
  const [file, setFile] = useState<File>();
  const [sent, setSent] = useState(0);
  const [preview, setPreview] = useState<Preview>();
  const [mapping, setMapping] = useState<Record<string, string | null>>({});
  const read = useCallback(
    async (next: File, into: ImportObject) => {
      setFile(next);
      setPreview(undefined);
      setSent(0);
      onFailed(undefined);
      try {
        const seen = await previewFile(next, into, setSent);
        setPreview(seen);
        setMapping(Object.fromEntries(seen.mapping.map(({ column, field }) => [column, field])));
      } catch (problem) {
        onFailed(ApiProblem.from(problem));
        setFile(undefined);
      }
    },
    [onFailed],
  );
  const drop = () => {
    setFile(undefined);
    setPreview(undefined);
  };
  return { file, sent, preview, mapping, setMapping, read, drop };
}

const usualChoices: Choices = { mode: 'createAndUpdate', matchKey: undefined, ownerId: undefined, tags: [] };

/** The import on its way: the file, what its columns mean, what would happen. */
export function useWizard(initial: ImportObject) {
  const navigate = useNavigate();
  const [object, setObject] = useState(initial);
  const [choices, setChoices] = useState(usualChoices);
  const [dryRunId, setDryRun] = useState<string>();
  const [error, setError] = useState<ApiProblem>();
  const [busy, setBusy] = useState(false);
  const { drop, ...file } = useFile(setError);
  useGivenFile((given) => void file.read(given, initial));

  const start = async (dryRun: boolean) => {
    if (!file.preview) return;
    setBusy(true);
    setError(undefined);
    try {
      const { id } = await startImport(
        { uploadId: file.preview.uploadId, object, mapping: file.mapping, ...choices },
        dryRun,
      );
      if (dryRun) setDryRun(id);
      else await navigate({ to: '/imports/$id', params: { id } });
    } catch (problem) {
      setError(ApiProblem.from(problem));
    } finally {
      setBusy(false);
    }
  };
  const step: Step = !file.preview ? 'file' : dryRunId ? 'check' : 'columns';
  return {
    ...file,
    step,
    object,
    choices,
    dryRunId,
    error,
    busy,
    start,
    setChoices,
    setObject: (next: ImportObject) => {
      setObject(next);
      if (file.file) void file.read(file.file, next);
    },
    backToColumns: () => setDryRun(undefined),
    forget: () => {
      drop();
      setDryRun(undefined);
      setError(undefined);
    },
  };
}

/** Takes a file that was dropped on another page, once. */
function useGivenFile(onFile: (file: File) => void) {
  const begun = useRef(false);
  const newest = useRef(onFile);
  newest.current = onFile;
  useEffect(() => {
    const given = begun.current ? undefined : takeFile();
    begun.current = true;
    if (given) newest.current(given);
  }, []);
}

export type Wizard = ReturnType<typeof useWizard>;

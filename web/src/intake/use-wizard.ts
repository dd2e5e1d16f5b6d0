import { useNavigate } from '@tanstack/react-router';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type ImportChoices, type ImportObject, type Preview, previewFile, startImport } from '../data/imports.ts';
import { ApiProblem } from '../data/problem.ts';
import { takeFile } from './given-file.ts';

type Step = 'file' | 'columns' | 'check';

export type Choices = Omit<ImportChoices, 'uploadId' | 'object' | 'mapping'>;

/** The import on its way: the file, what its columns mean, what would happen. */
export function useWizard(initial: ImportObject) {
  const navigate = useNavigate();
  const [object, setObject] = useState(initial);
  const [file, setFile] = useState<File>();
  const [sent, setSent] = useState(0);
  const [preview, setPreview] = useState<Preview>();
  const [mapping, setMapping] = useState<Record<string, string | null>>({});
  const [choices, setChoices] = useState<Choices>({
    mode: 'createAndUpdate',
    matchKey: undefined,
    ownerId: undefined,
    tags: [],
  });
  const [dryRunId, setDryRun] = useState<string>();
  const [error, setError] = useState<ApiProblem>();
  const [busy, setBusy] = useState(false);

  const read = useCallback(async (next: File, into: ImportObject) => {
    setFile(next);
    setObject(into);
    setPreview(undefined);
    setError(undefined);
    setSent(0);
    try {
      const seen = await previewFile(next, into, setSent);
      setPreview(seen);
      setMapping(Object.fromEntries(seen.mapping.map(({ column, field }) => [column, field])));
    } catch (problem) {
      setError(ApiProblem.from(problem));
      setFile(undefined);
    }
  }, []);

  const begun = useRef(false);
  useEffect(() => {
    const given = begun.current ? undefined : takeFile();
    begun.current = true;
    if (given) void read(given, initial);
  }, [read, initial]);

  const start = async (dryRun: boolean) => {
    if (!preview) return;
    setBusy(true);
    setError(undefined);
    try {
      const { id } = await startImport({ uploadId: preview.uploadId, object, mapping, ...choices }, dryRun);
      if (dryRun) setDryRun(id);
      else await navigate({ to: '/imports/$id', params: { id } });
    } catch (problem) {
      setError(ApiProblem.from(problem));
    } finally {
      setBusy(false);
    }
  };

  const step: Step = !preview ? 'file' : dryRunId ? 'check' : 'columns';
  return {
    step,
    object,
    file,
    sent,
    preview,
    mapping,
    choices,
    dryRunId,
    error,
    busy,
    read,
    start,
    setMapping,
    setChoices,
    setObject: (next: ImportObject) => (file ? void read(file, next) : setObject(next)),
    backToColumns: () => setDryRun(undefined),
    forget: () => {
      setFile(undefined);
      setPreview(undefined);
      setDryRun(undefined);
      setError(undefined);
    },
  };
}

export type Wizard = ReturnType<typeof useWizard>;

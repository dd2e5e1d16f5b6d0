import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Upload } from 'lucide-react';
import { importsOptions } from '../data/imports.ts';
import { PageHeader, PageTitle } from '../shell/page-header.tsx';
import { useTitle } from '../shell/title.ts';
import { intakeTexts, texts } from '../texts/index.ts';
import { Button } from '../ui/button.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { ProblemState } from '../ui/state.tsx';
import { DropZone } from './drop-zone.tsx';
import { giveFile } from './given-file.ts';
import { ImportList } from './import-list.tsx';

/** Every file that was imported or checked, the newest first. */
export function ImportsPage() {
  const { data: runs, error, isPending, refetch } = useQuery(importsOptions);
  const navigate = useNavigate();
  useTitle(texts.places.imports);
  const begin = (file?: File) => {
    if (file) giveFile(file);
    void navigate({ to: '/imports/new', search: {} });
  };
  return (
    <>
      <PageHeader
        actions={
          <Button small kind="primary" icon={Upload} onClick={() => begin()}>
            {intakeTexts.start}
          </Button>
        }
      >
        <PageTitle>{texts.places.imports}</PageTitle>
      </PageHeader>
      <div className="min-h-0 grow overflow-y-auto">
        {error && !runs ? (
          <ProblemState error={error} onRetry={() => void refetch()} />
        ) : (
          <div className="mx-auto grid max-w-content gap-6 px-4 py-6 tab:px-8">
            <DropZone compact={(runs?.length ?? 0) > 0} onFile={begin} />
            {isPending && <Skeleton className="h-40 w-full" />}
            {runs && runs.length > 0 && <ImportList runs={runs} />}
          </div>
        )}
      </div>
    </>
  );
}

import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { Suspense, useState } from 'react';
import { pipelinesOptions } from '../data/setup/pipelines.ts';
import { SettingsSection } from '../settings/section.tsx';
import { pipelinesTexts as words } from '../texts/index.ts';
import { Button } from '../ui/button.tsx';
import { lazily } from '../ui/lazily.ts';
import { Segments } from '../ui/segments.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { ProblemState } from '../ui/state.tsx';
import { PipelineEditor } from './pipeline-editor.tsx';

const NewPipelineDialog = lazily(() => import('./new-pipeline-dialog.tsx').then((module) => module.NewPipelineDialog));

/** The pipelines of the workspace, one at a time. */
export function PipelinesSection() {
  const { data: pipelines, error, refetch } = useQuery(pipelinesOptions);
  const [chosen, choose] = useState<string>();
  const [creating, setCreating] = useState(false);
  if (error && !pipelines) return <ProblemState error={error} onRetry={() => void refetch()} />;
  const shown =
    pipelines?.find((one) => one.id === chosen) ?? pipelines?.find((one) => one.isDefault) ?? pipelines?.[0];
  return (
    <SettingsSection
      title={words.title}
      text={words.text}
      action={
        <Button icon={Plus} onClick={() => setCreating(true)}>
          {words.create}
        </Button>
      }
    >
      {!pipelines && <Skeleton className="h-60 w-full" />}
      {pipelines && pipelines.length > 1 && shown && (
        <div className="overflow-x-auto">
          <Segments
            label={words.choose}
            choices={pipelines.map(({ id, name }) => ({ name: id, label: name }))}
            chosen={shown.id}
            onChoose={choose}
          />
        </div>
      )}
      {shown && <PipelineEditor key={shown.id} pipeline={shown} only={pipelines?.length === 1} />}
      <Suspense>
        {creating && (
          <NewPipelineDialog
            onClose={() => setCreating(false)}
            onCreated={(id) => {
              choose(id);
              setCreating(false);
            }}
          />
        )}
      </Suspense>
    </SettingsSection>
  );
}

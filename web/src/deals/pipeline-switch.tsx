import { useQuery } from '@tanstack/react-query';
import { Workflow } from 'lucide-react';
import { pipelinesOptions } from '../data/pipelines.ts';
import type { ListState } from '../records/views/use-list-state.ts';
import { dealTexts } from '../texts/index.ts';
import { Button } from '../ui/button.tsx';
import { Menu } from '../ui/overlay/menu.tsx';

/** Which pipeline the board shows, where there are several. */
export function PipelineSwitch({ state }: { state: ListState }) {
  const pipelines = useQuery(pipelinesOptions).data ?? [];
  const chosen = pipelines.find((one) => one.id === state.pipeline) ?? pipelines.find((one) => one.isDefault);
  if (pipelines.length < 2 || !chosen) return null;
  return (
    <Menu
      label={dealTexts.pipeline}
      align="end"
      trigger={(props) => (
        <Button {...props} small kind="quiet" icon={Workflow} tip={dealTexts.pipeline}>
          {chosen.name}
        </Button>
      )}
      groups={[
        pipelines.map((one) => ({
          label: one.name,
          chosen: one.id === chosen.id,
          onSelect: () => state.change({ pipeline: one.isDefault ? undefined : one.id }),
        })),
      ]}
    />
  );
}

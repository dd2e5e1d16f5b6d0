import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { sayWithUndo } from '../data/changes.ts';
import { movePipeline } from '../data/deal-parts.ts';
import { type Pipeline, pipelinesOptions, type Stage } from '../data/pipelines.ts';
import { ApiProblem } from '../data/problem.ts';
import type { KithRecord } from '../data/types.ts';
import { nameOf } from '../data/values.ts';
import { dealTexts, texts, dealPartsTexts as words } from '../texts/index.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Input, Select } from '../ui/input.tsx';
import { Dialog } from '../ui/overlay/dialog.tsx';
import { ProblemNote } from '../ui/state.tsx';
import { likelyStage } from './likely-stage.ts';

const own = words.pipeline;

interface PipelineDialogProps {
  deal: KithRecord;
  onClose: () => void;
}

/** Brings a deal to another pipeline: which one, and which of its stages the deal's own becomes. */
export function PipelineDialog({ deal, onClose }: PipelineDialogProps) {
  const pipelines = useQuery(pipelinesOptions).data ?? [];
  const from = pipelines.find((one) => one.id === deal.pipelineId);
  const stage = from?.stages.find((one) => one.id === deal.stageId);
  const others = pipelines.filter((one) => one !== from);
  if (!from || !stage || others.length === 0) return null;
  return <PipelineForm deal={deal} from={from} stage={stage} others={others} onClose={onClose} />;
}

interface PipelineFormProps extends PipelineDialogProps {
  from: Pipeline;
  stage: Stage;
  others: readonly Pipeline[];
}

function PipelineForm({ deal, from, stage, others, onClose }: PipelineFormProps) {
  const [chosen, setChosen] = useState<{ pipeline?: string; stage?: string }>({});
  const [lostReason, setLostReason] = useState('');
  const [problem, setProblem] = useState<ApiProblem>();
  const [busy, setBusy] = useState(false);
  const pipeline = others.find((one) => one.id === chosen.pipeline) ?? others[0];
  const to =
    pipeline?.stages.find((one) => one.id === chosen.stage) ?? likelyStage(stage, from.stages, pipeline?.stages);
  const lost = to?.kind === 'lost';
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!pipeline || !to) return;
    setBusy(true);
    try {
      const changeSetId = await movePipeline(deal, {
        pipelineId: pipeline.id,
        fromStageId: stage.id,
        toStageId: to.id,
        ...(lost && lostReason ? { lostReason } : {}),
      });
      onClose();
      sayWithUndo(own.done(nameOf(deal), pipeline.name, to.name), changeSetId);
    } catch (error) {
      const refused = ApiProblem.from(error);
      setProblem(refused.status === 412 ? new ApiProblem({ status: 412, detail: dealTexts.conflict }) : refused);
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={own.title(nameOf(deal))}
      description={own.text}
      actions={
        <>
          <Button onClick={onClose}>{texts.common.cancel}</Button>
          <Button kind="primary" type="submit" form="pipeline-move" busy={busy}>
            {dealTexts.move}
          </Button>
        </>
      }
    >
      <form id="pipeline-move" onSubmit={(event) => void submit(event)} className="grid gap-4">
        <Field label={own.to}>
          {(ids) => (
            <Select
              {...ids}
              value={pipeline?.id ?? ''}
              onChange={(event) => setChosen({ pipeline: event.target.value })}
            >
              <Named all={others} />
            </Select>
          )}
        </Field>
        <Field label={own.stage(stage.name)}>
          {(ids) => (
            <Select
              {...ids}
              value={to?.id ?? ''}
              onChange={(event) => setChosen({ ...chosen, stage: event.target.value })}
            >
              <Named all={pipeline?.stages ?? []} />
            </Select>
          )}
        </Field>
        {lost && (
          <Field label={own.reason} error={problem?.errorOf('lostReason')}>
            {(ids) => (
              <Reason {...ids} reasons={pipeline?.lossReasons ?? []} value={lostReason} onValue={setLostReason} />
            )}
          </Field>
        )}
        {problem && !(lost && problem.errorOf('lostReason')) && <ProblemNote error={problem} />}
      </form>
    </Dialog>
  );
}

function Named({ all }: { all: readonly { id: string; name: string }[] }) {
  return all.map(({ id, name }) => (
    <option key={id} value={id}>
      {name}
    </option>
  ));
}

interface ReasonProps {
  id: string;
  reasons: readonly string[];
  value: string;
  onValue: (value: string) => void;
}

/** One of the pipeline's reasons; where it has none, whatever is typed. */
function Reason({ reasons, value, onValue, ...ids }: ReasonProps) {
  if (reasons.length === 0)
    return <Input {...ids} required maxLength={255} value={value} onChange={(event) => onValue(event.target.value)} />;
  return (
    <Select {...ids} required value={value} onChange={(event) => onValue(event.target.value)}>
      <option value="">{texts.picker.choose}</option>
      <Named all={reasons.map((name) => ({ id: name, name }))} />
    </Select>
  );
}

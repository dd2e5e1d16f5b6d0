import { Link, useSearch } from '@tanstack/react-router';
import { ChevronRight } from 'lucide-react';
import { findKind } from '../kinds/index.ts';
import { PageHeader, PageTitle } from '../shell/page-header.tsx';
import { useTitle } from '../shell/title.ts';
import { intakeTexts, texts } from '../texts/index.ts';
import { Button } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { Progress } from '../ui/progress.tsx';
import { Segments } from '../ui/segments.tsx';
import { ProblemNote } from '../ui/state.tsx';
import { CheckStep } from './check-step.tsx';
import { ColumnsStep } from './columns-step.tsx';
import { DropZone } from './drop-zone.tsx';
import { importNameOf, useImportedKinds } from './imported.ts';
import { useWizard, type Wizard } from './use-wizard.ts';

/** From a file to records: drop it, see what its columns mean, see what would happen, and let it happen. */
export function ImportWizard() {
  const search = useSearch({ from: '/shell/imports/new' });
  const given = findKind(search.object);
  const wizard = useWizard(given ? importNameOf(given) : 'contacts');
  useTitle(intakeTexts.start);
  return (
    <>
      <PageHeader actions={<Actions wizard={wizard} />}>
        <Link to="/imports" className="hidden shrink-0 rounded-mark text-secondary hover:text-text tab:inline">
          {texts.places.imports}
        </Link>
        <ChevronRight aria-hidden className="hidden size-3.5 text-faint tab:inline" />
        <PageTitle>{wizard.preview?.fileName ?? intakeTexts.start}</PageTitle>
        <Steps step={wizard.step} />
      </PageHeader>
      <div className="min-h-0 grow overflow-y-auto">
        {wizard.error && (
          <div className="mx-auto max-w-content px-4 pt-4 tab:px-8">
            <ProblemNote error={wizard.error} />
          </div>
        )}
        {wizard.step === 'file' && <FileStep wizard={wizard} />}
        {wizard.step === 'columns' && <ColumnsStep wizard={wizard} />}
        {wizard.step === 'check' && <CheckStep wizard={wizard} />}
      </div>
    </>
  );
}

function Actions({ wizard }: { wizard: Wizard }) {
  if (wizard.step !== 'columns') return null;
  const mapped = Object.values(wizard.mapping).some(Boolean);
  return (
    <>
      <Button small kind="quiet" onClick={wizard.forget} className="max-tab:hidden">
        {intakeTexts.otherFile}
      </Button>
      <Button small kind="primary" busy={wizard.busy} disabled={!mapped} onClick={() => void wizard.start(true)}>
        {intakeTexts.check}
      </Button>
    </>
  );
}

function Steps({ step }: { step: Wizard['step'] }) {
  const steps = ['file', 'columns', 'check'] as const;
  return (
    <ol className="ml-4 hidden items-center gap-3 text-xs wide:flex">
      {steps.map((one, at) => (
        <li
          key={one}
          aria-current={one === step ? 'step' : undefined}
          className={cx('flex items-center gap-1.5', one === step ? 'text-text' : 'text-secondary')}
        >
          <span
            className={cx(
              'tabular grid size-4.5 place-items-center rounded-full border',
              one === step ? 'border-accent bg-accent text-on-accent' : 'border-line-strong',
            )}
          >
            {at + 1}
          </span>
          {intakeTexts.steps[one]}
        </li>
      ))}
    </ol>
  );
}

function FileStep({ wizard }: { wizard: Wizard }) {
  const kinds = useImportedKinds();
  return (
    <div className="mx-auto grid max-w-content gap-4 px-4 py-8 tab:px-8">
      <div className="flex items-center gap-3">
        <span className="text-secondary">{intakeTexts.into}</span>
        <Segments label={intakeTexts.into} choices={kinds} chosen={wizard.object} onChoose={wizard.setObject} />
      </div>
      {wizard.file ? (
        <div className="grid gap-3 rounded-card border border-line bg-bg px-6 py-16 text-center">
          <p>
            <span className="font-medium">{wizard.file.name}</span>{' '}
            <span className="text-secondary">{wizard.sent < 1 ? intakeTexts.sending : intakeTexts.reading}</span>
          </p>
          <div className="mx-auto w-full max-w-side">
            <Progress value={wizard.sent} label={intakeTexts.sending} />
          </div>
        </div>
      ) : (
        <DropZone onFile={(file) => void wizard.read(file, wizard.object)} />
      )}
      <p className="text-secondary">{intakeTexts.promise}</p>
    </div>
  );
}

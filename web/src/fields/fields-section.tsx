import { Plus } from 'lucide-react';
import { Suspense, useState } from 'react';
import type { ObjectName } from '../data/catalogue.ts';
import { useObjects } from '../data/setup/objects.ts';
import { SettingsSection } from '../settings/section.tsx';
import { fieldsTexts as words } from '../texts/index.ts';
import { Button } from '../ui/button.tsx';
import { lazily } from '../ui/lazily.ts';
import { Segments } from '../ui/segments.tsx';
import { FieldList } from './field-list.tsx';

const FieldDialog = lazily(() => import('./field-dialog.tsx').then((module) => module.FieldDialog));

/** The fields of each kind of record: the workspace's own, and those that Kith brings along. */
export function FieldsSection() {
  const objects = useObjects();
  const [object, setObject] = useState<ObjectName>('contact');
  const [creating, setCreating] = useState(false);
  const kind = objects.find((one) => one.name === object)?.many ?? object;
  return (
    <SettingsSection
      title={words.title}
      text={words.text}
      action={
        <Button kind="primary" icon={Plus} onClick={() => setCreating(true)}>
          {words.create}
        </Button>
      }
    >
      <div className="-m-1 overflow-x-auto whitespace-nowrap p-1">
        <Segments
          label={words.kind}
          choices={objects.map(({ name, many }) => ({ name, label: many }))}
          chosen={object}
          onChoose={setObject}
        />
      </div>
      <FieldList key={object} object={object} kind={kind} />
      <Suspense>{creating && <FieldDialog object={object} kind={kind} onClose={() => setCreating(false)} />}</Suspense>
    </SettingsSection>
  );
}

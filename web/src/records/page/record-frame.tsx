import { type ReactNode, useState } from 'react';
import { recordTexts } from '../../texts/index.ts';
import { useNarrow, useWide } from '../../ui/media.ts';
import { Tabs } from '../../ui/tabs.tsx';

type Part = 'facts' | 'timeline' | 'matters';

interface RecordFrameProps {
  facts: ReactNode;
  timeline: ReactNode;
  matters: ReactNode;
  /** The record's main actions: at the thumb where the screen is narrow. */
  actions?: ReactNode;
}

const parts: Record<Part, { name: Part; label: string }> = {
  facts: { name: 'facts', label: recordTexts.record.facts },
  timeline: { name: 'timeline', label: recordTexts.record.timeline },
  matters: { name: 'matters', label: recordTexts.record.matters },
};

/** Facts, timeline, what matters now: three columns, two with tabs, or three tabs. */
export function RecordFrame({ facts, timeline, matters, actions }: RecordFrameProps) {
  const wide = useWide();
  const narrow = useNarrow();
  const [chosen, setChosen] = useState<Part>('timeline');
  const content = { facts, timeline, matters };
  const side = 'w-side shrink-0 overflow-y-auto border-line';
  if (wide) {
    return (
      <div className="flex min-h-0 grow">
        <section aria-label={recordTexts.record.facts} className={`${side} border-r`}>
          {facts}
        </section>
        <section aria-label={recordTexts.record.timeline} className="min-w-0 grow overflow-y-auto">
          {timeline}
        </section>
        <section aria-label={recordTexts.record.matters} className={`${side} border-l`}>
          {matters}
        </section>
      </div>
    );
  }
  const tabs = narrow ? [parts.timeline, parts.facts, parts.matters] : [parts.timeline, parts.matters];
  const shown = tabs.some((tab) => tab.name === chosen) ? chosen : 'timeline';
  return (
    <div className="flex min-h-0 grow">
      {!narrow && (
        <section aria-label={recordTexts.record.facts} className={`${side} border-r`}>
          {facts}
        </section>
      )}
      <div className="flex min-w-0 grow flex-col">
        <Tabs label={recordTexts.record.parts} tabs={tabs} chosen={shown} onChoose={setChosen} idPrefix="record" />
        <div
          key={shown}
          id={`record-${shown}`}
          role="tabpanel"
          aria-labelledby={`record-tab-${shown}`}
          tabIndex={-1}
          className="min-h-0 grow overflow-y-auto outline-none"
        >
          {content[shown]}
        </div>
        {narrow && actions && <div className="flex shrink-0 gap-2 border-line border-t p-2 *:grow">{actions}</div>}
      </div>
    </div>
  );
}

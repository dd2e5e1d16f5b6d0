import type { ReactNode } from 'react';
import type { KithRecord } from '../../data/types.ts';
import { nameOf } from '../../data/values.ts';
import type { Kind } from '../../kinds/index.ts';
import { recordTexts } from '../../texts/index.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Chip } from '../../ui/chip.tsx';

interface RecordNameProps {
  kind: Kind;
  record: KithRecord;
  actions?: ReactNode;
}

/** Who or what it is. */
export function RecordName({ kind, record, actions }: RecordNameProps) {
  const line = kind.line(record);
  return (
    <div className="grid grid-cols-1 gap-3 border-line border-b px-4 py-4">
      <div className="flex min-w-0 items-start gap-3">
        <Avatar name={nameOf(record)} size="large" square={kind.square} />
        <div className="min-w-0 grow">
          <p className="wrap-anywhere text-pretty text-left font-semibold text-xl" dir="auto">
            {nameOf(record)}
          </p>
          {line && <p className="text-pretty text-secondary">{line}</p>}
          {record.deletedAt && <Chip tone="danger">{recordTexts.record.deleted}</Chip>}
        </div>
      </div>
      {actions && <div className="flex gap-2 empty:hidden">{actions}</div>}
    </div>
  );
}

import { Handshake, Kanban } from 'lucide-react';
import { namedOf } from '../data/values.ts';
import { texts } from '../texts/index.ts';
import { lazily } from '../ui/lazily.ts';
import { joined, type Kind } from './kind.ts';

export const deal: Kind = {
  name: 'deal',
  prefix: 'dl',
  path: 'deals',
  words: texts.objects.deal,
  icon: Handshake,
  keys: 'g d',
  atThumb: true,
  square: true,
  drawing: 'deal',
  imported: false,
  columns: ['name', 'accountId', 'stage', 'amount', 'probability', 'closeDate', 'nextStep', 'ownerId', 'updatedAt'],
  sort: '-createdAt',
  shown: ['name', 'accountId', 'stage', 'amount', 'currency', 'closeDate'],
  figure: 'amount',
  line: (record) => joined(namedOf(record, 'accountId')?.name, record.stage),
  hint: (record) => joined(record.stage),
  asked: ['name', 'accountId', 'amount', 'currency', 'contactId', 'closeDate', 'nextStep', 'ownerId'],
  looks: [
    {
      name: 'board',
      label: texts.table.board,
      icon: Kanban,
      Content: lazily(() => import('../deals/board.tsx').then((module) => module.Board)),
      Tools: lazily(() => import('../deals/pipeline-switch.tsx').then((module) => module.PipelineSwitch)),
    },
  ],
  parts: () => import('../deals/deal-parts.tsx').then((module) => module.dealParts),
};

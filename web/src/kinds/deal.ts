import { ChartColumn, Handshake, Kanban } from 'lucide-react';
import type { Field } from '../data/catalogue.ts';
import { namedOf } from '../data/values.ts';
import { texts } from '../texts/index.ts';
import { lazily } from '../ui/lazily.ts';
import { joined, type Kind } from './kind.ts';

/** Whether a deal has been in its stage for longer than it should: the server knows by the clock, and no field holds it. */
const rotting: Field = {
  name: 'rotting',
  type: 'boolean',
  label: texts.table.rotting,
  description: texts.table.rotting,
  custom: false,
  sortable: false,
  filterable: true,
  editable: false,
};

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
  filters: [rotting],
  looks: [
    {
      name: 'board',
      label: texts.table.board,
      icon: Kanban,
      Content: lazily(() => import('../deals/board.tsx').then((module) => module.Board)),
      Tools: lazily(() => import('../deals/board-tools.tsx').then((module) => module.BoardTools)),
    },
    {
      name: 'numbers',
      label: texts.table.numbers,
      icon: ChartColumn,
      Content: lazily(() => import('../deals/numbers.tsx').then((module) => module.Numbers)),
      Tools: lazily(() => import('../deals/pipeline-switch.tsx').then((module) => module.PipelineSwitch)),
    },
  ],
  parts: () => import('../deals/deal-parts.tsx').then((module) => module.dealParts),
};

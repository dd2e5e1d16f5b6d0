import { Inbox, Magnet } from 'lucide-react';
import { texts } from '../texts/index.ts';
import { lazily } from '../ui/lazily.ts';
import { joined, type Kind } from './kind.ts';

export const lead: Kind = {
  name: 'lead',
  prefix: 'ld',
  path: 'leads',
  words: texts.objects.lead,
  icon: Magnet,
  keys: 'g l',
  atThumb: false,
  square: false,
  drawing: 'people',
  imported: true,
  columns: ['name', 'company', 'score', 'status', 'source', 'campaign', 'ownerId', 'slaDueAt', 'createdAt'],
  sort: '-priority',
  shown: ['name', 'email', 'company', 'title', 'score', 'tier'],
  figure: 'score',
  line: (record) => joined(record.title, record.company),
  hint: (record) => joined(record.email),
  asked: ['firstName', 'lastName', 'email', 'phone', 'company', 'title', 'source', 'message'],
  looks: [
    {
      name: 'inbox',
      label: texts.table.inbox,
      icon: Inbox,
      Content: lazily(() => import('../leads/inbox.tsx').then((module) => module.Inbox)),
    },
  ],
  parts: () => import('../leads/lead-parts.tsx').then((module) => module.leadParts),
};

import { Building2 } from 'lucide-react';
import { texts } from '../texts/index.ts';
import { joined, type Kind } from './kind.ts';

export const account: Kind = {
  name: 'account',
  prefix: 'ac',
  path: 'accounts',
  words: texts.objects.account,
  icon: Building2,
  keys: 'g a',
  atThumb: false,
  square: true,
  drawing: 'company',
  imported: true,
  columns: [
    'name',
    'domain',
    'industry',
    'companySize',
    'annualRevenue',
    'billingCity',
    'billingCountry',
    'parentAccountId',
    'ownerId',
    'updatedAt',
  ],
  sort: '-createdAt',
  shown: ['name', 'domain', 'industry', 'phone', 'billingCity'],
  line: (record) => joined(record.industry, record.billingCity),
  hint: (record) => joined(record.domain),
  asked: ['name', 'website', 'industry', 'phone', 'billingCity', 'billingCountry', 'parentAccountId', 'ownerId'],
  parts: () => import('../accounts/account-parts.tsx').then((module) => module.accountParts),
};

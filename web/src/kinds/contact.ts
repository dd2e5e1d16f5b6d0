import { CircleUserRound } from 'lucide-react';
import { namedOf } from '../data/values.ts';
import { texts } from '../texts/index.ts';
import { joined, type Kind } from './kind.ts';

/** A contact without any of these could not be found again. */
const identifying = ['firstName', 'lastName', 'email', 'phone'];

export const contact: Kind = {
  name: 'contact',
  prefix: 'ct',
  path: 'contacts',
  words: texts.objects.contact,
  icon: CircleUserRound,
  keys: 'g c',
  atThumb: true,
  square: false,
  drawing: 'people',
  imported: true,
  columns: ['name', 'accountId', 'title', 'leadScore', 'email', 'phone', 'city', 'ownerId', 'updatedAt'],
  sort: '-createdAt',
  shown: ['name', 'email', 'phone', 'title', 'accountId', 'leadScore', 'scoreTier'],
  figure: 'leadScore',
  line: (record) => joined(record.title, namedOf(record, 'accountId')?.name),
  hint: (record) => joined(record.email),
  asked: ['firstName', 'lastName', 'email', 'phone', 'title', 'accountId', 'ownerId'],
  check: (values) => (identifying.some((name) => values[name]) ? undefined : texts.contacts.needsName),
  parts: () => import('../contacts/contact-parts.tsx').then((module) => module.contactParts),
};

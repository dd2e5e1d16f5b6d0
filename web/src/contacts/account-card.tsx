import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { pageOptions } from '../data/records.ts';
import type { KithRecord } from '../data/types.ts';
import { namedOf } from '../data/values.ts';
import { recordLink } from '../kinds/links.ts';
import { RecordLine } from '../records/page/record-line.tsx';
import { recordTexts } from '../texts/index.ts';

const shownMost = 6;

/** Who else works there. */
export function AccountCard({ contact }: { contact: KithRecord }) {
  const accountId = typeof contact.accountId === 'string' ? contact.accountId : undefined;
  const account = namedOf(contact, 'accountId');
  const people = useQuery({
    ...pageOptions(
      { object: 'contact', filter: { accountId: { eq: accountId } }, sort: '-leadScore' },
      undefined,
      shownMost + 1,
    ),
    enabled: accountId !== undefined,
  });
  const others = (people.data?.data ?? []).filter((person) => person.id !== contact.id).slice(0, shownMost);
  if (!accountId || !account || others.length === 0) return null;
  return (
    <section aria-labelledby="people-heading" className="px-4 py-4">
      <h2 id="people-heading" className="font-semibold">
        {recordTexts.record.alsoAt}{' '}
        <Link
          {...recordLink('account', accountId)}
          className="underline decoration-line-strong underline-offset-4 hover:decoration-current"
          dir="auto"
        >
          {account.name}
        </Link>
      </h2>
      <ul className="-mx-2 mt-1">
        {others.map((person) => (
          <li key={person.id}>
            <RecordLine object="contact" record={person} line={typeof person.title === 'string' ? person.title : ''} />
          </li>
        ))}
      </ul>
    </section>
  );
}

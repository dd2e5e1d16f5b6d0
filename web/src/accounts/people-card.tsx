import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { Suspense, useState } from 'react';
import { pageOptions } from '../data/records.ts';
import { PersonLine } from '../records/page/person-line.tsx';
import { useOpenRecord } from '../records/table/table-events.ts';
import { texts } from '../texts/index.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { lazily } from '../ui/lazily.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { ProblemNote } from '../ui/state.tsx';

const CreateDialog = lazily(() => import('../records/list/create-dialog.tsx').then((module) => module.CreateDialog));
const shownMost = 12;

/** Who works there, the readiest first. */
export function PeopleCard({ accountId }: { accountId: string }) {
  const navigate = useNavigate();
  const open = useOpenRecord();
  const [creating, setCreating] = useState(false);
  const filter = { accountId: { eq: accountId } };
  const people = useQuery(pageOptions({ object: 'contact', filter, sort: '-leadScore' }, undefined, shownMost));
  const list = people.data?.data ?? [];
  return (
    <section aria-labelledby="people-heading" className="border-line border-b px-4 py-4">
      <div className="flex items-center justify-between">
        <h2 id="people-heading" className="font-semibold">
          {texts.accounts.people}
        </h2>
        <IconButton
          small
          icon={Plus}
          label={texts.contacts.create}
          onClick={() => setCreating(true)}
          className="-mr-1.5"
        />
      </div>
      <ProblemNote error={people.error} />
      {people.isPending && <Skeleton className="mt-3 h-20 w-full" />}
      {people.data && list.length === 0 && <p className="mt-1 text-secondary">{texts.accounts.noPeople}</p>}
      <ul className="-mx-2 mt-1">
        {list.map((person) => (
          <li key={person.id}>
            <PersonLine contact={person} />
          </li>
        ))}
      </ul>
      {people.data?.page.next && (
        <Button
          small
          kind="quiet"
          className="-ml-2"
          onClick={() => void navigate({ to: '/contacts', search: { filter: { and: [filter] } } })}
        >
          {texts.accounts.allPeople}
        </Button>
      )}
      <Suspense>
        {creating && (
          <CreateDialog
            object="contact"
            given={{ accountId }}
            onClose={() => setCreating(false)}
            onCreated={(record) => open('contact', record.id)}
          />
        )}
      </Suspense>
    </section>
  );
}

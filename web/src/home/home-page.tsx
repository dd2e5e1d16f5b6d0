import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { importsOptions } from '../data/imports.ts';
import { useMay } from '../data/permissions.ts';
import { pageOptions } from '../data/records.ts';
import { useSession } from '../data/session.ts';
import type { KithRecord } from '../data/types.ts';
import { DropZone } from '../intake/drop-zone.tsx';
import { giveFile } from '../intake/given-file.ts';
import { ImportList } from '../intake/import-list.tsx';
import { listLink } from '../kinds/links.ts';
import { RecordLine } from '../records/page/record-line.tsx';
import { PageHeader, PageTitle } from '../shell/page-header.tsx';
import { useTitle } from '../shell/title.ts';
import { homeTexts, texts } from '../texts/index.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { ProblemNote } from '../ui/state.tsx';
import { DemoBar } from './demo-bar.tsx';

const hottestMost = 8;
const importsMost = 4;

/** Where the day begins: who is ready to buy, what came in, and a place to drop a file. */
export function HomePage() {
  const name = useSession()?.user.name.split(' ')[0] ?? '';
  const navigate = useNavigate();
  const mayImport = useMay('imports:write');
  const hottest = useQuery(pageOptions({ object: 'contact', sort: '-leadScore' }, undefined, hottestMost));
  useTitle(texts.places.home);
  const begin = (file: File) => {
    giveFile(file);
    void navigate({ to: '/imports/new', search: {} });
  };
  const none = hottest.data?.data.length === 0;
  return (
    <>
      <PageHeader>
        <PageTitle>{texts.places.home}</PageTitle>
      </PageHeader>
      <div className="min-h-0 grow overflow-y-auto">
        <div className="mx-auto grid max-w-content gap-8 px-4 py-8 tab:px-8">
          <p className="font-semibold text-xl">{none ? homeTexts.start : homeTexts.hello(name)}</p>
          {mayImport && <DropZone compact={!none} onFile={begin} />}
          <DemoBar empty={none} />
          {!none && (
            <div className="grid gap-8 wide:grid-cols-2">
              <Hottest contacts={hottest.data?.data} error={hottest.error} />
              {mayImport && <LatestImports />}
            </div>
          )}
        </div>
      </div>
    </>
  );
}

function Heading({ id, children, more }: { id: string; children: string; more: React.ReactNode }) {
  return (
    <div className="flex items-baseline justify-between pb-2">
      <h2 id={id} className="font-semibold">
        {children}
      </h2>
      {more}
    </div>
  );
}

const link = 'rounded-mark text-secondary hover:text-text';

function Hottest({ contacts, error }: { contacts: KithRecord[] | undefined; error: unknown }) {
  return (
    <section aria-labelledby="hottest" className="min-w-0">
      <Heading
        id="hottest"
        more={
          <Link {...listLink('contact')} search={{ sort: '-leadScore' }} className={link}>
            {homeTexts.allHot}
          </Link>
        }
      >
        {homeTexts.hottest}
      </Heading>
      <ProblemNote error={error} />
      <ul className="rounded-card border border-line p-1">
        {contacts
          ? contacts.map((contact) => (
              <li key={contact.id}>
                <RecordLine object="contact" record={contact} />
              </li>
            ))
          : !error && <Lines count={hottestMost} />}
      </ul>
    </section>
  );
}

function LatestImports() {
  const imports = useQuery(importsOptions);
  const runs = imports.data?.filter((run) => !run.dryRun).slice(0, importsMost);
  if (runs?.length === 0) return null;
  return (
    <section aria-labelledby="latest-imports" className="min-w-0">
      <Heading
        id="latest-imports"
        more={
          <Link to="/imports" className={link}>
            {homeTexts.allImports}
          </Link>
        }
      >
        {homeTexts.imports}
      </Heading>
      <ProblemNote error={imports.error} />
      {runs ? (
        <ImportList runs={runs} narrow />
      ) : (
        !imports.error && (
          <ul>
            <Lines count={importsMost} />
          </ul>
        )
      )}
    </section>
  );
}

function Lines({ count }: { count: number }) {
  return Array.from({ length: count }, (_, line) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: lines without content
    <li key={line} className="grid h-row content-center px-2">
      <Skeleton className="h-3 w-2/3" />
    </li>
  ));
}

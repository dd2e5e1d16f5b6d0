import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  notFound,
  redirect,
} from '@tanstack/react-router';
import { catalogueOptions } from './data/catalogue.ts';
import { ApiProblem } from './data/problem.ts';
import { queryClient } from './data/query-client.ts';
import { recordOptions } from './data/records.ts';
import { sessionOptions } from './data/session.ts';
import { viewsOptions } from './data/views.ts';
import { kindAt } from './kinds/index.ts';
import { loadOwnKinds } from './kinds/load-own.ts';
import { readListSearch } from './records/views/list-search.ts';
import { Frame } from './shell/frame.tsx';
import { readTasksSearch } from './tasks/tasks-search.ts';
import { texts } from './texts/index.ts';
import { PageState, ProblemState } from './ui/state.tsx';

const root = createRootRoute({ notFoundComponent: NotFound });

interface SignInSearch {
  token?: string;
  next?: string;
}

const text = (value: unknown) => (typeof value === 'string' && value ? value : undefined);

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): SignInSearch => ({
    ...(text(search.token) ? { token: text(search.token) } : {}),
    ...(text(search.next) ? { next: text(search.next) } : {}),
  }),
  component: lazyRouteComponent(() => import('./identity/sign-in-page.tsx'), 'SignInPage'),
});

const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  component: Frame,
  errorComponent: ({ error, reset }) => (
    <main className="h-full">
      <ProblemState heading="h1" error={error} onRetry={reset} />
    </main>
  ),
  beforeLoad: async ({ location }) => {
    try {
      await queryClient.ensureQueryData(sessionOptions);
      await loadOwnKinds();
    } catch (error) {
      if (ApiProblem.from(error).status === 401) throw redirect({ to: '/sign-in', search: { next: location.href } });
      throw error;
    }
  },
});

const home = createRoute({
  getParentRoute: () => shell,
  path: '/',
  component: lazyRouteComponent(() => import('./home/home-page.tsx'), 'HomePage'),
});

interface RecordSearch {
  asOf?: string;
}

const readRecordSearch = (search: Record<string, unknown>): RecordSearch =>
  text(search.asOf) ? { asOf: text(search.asOf) } : {};

/** Every kind of record: its list, and the page of each. */
const kind = createRoute({
  getParentRoute: () => shell,
  path: '/$kind',
  beforeLoad: ({ params }) => {
    const found = kindAt(params.kind);
    if (!found) throw notFound();
    return { kind: found };
  },
});

const list = createRoute({
  getParentRoute: () => kind,
  path: '/',
  validateSearch: readListSearch,
  // Asked for while the page's code is still on its way.
  loader: ({ context }) => {
    void queryClient.prefetchQuery(catalogueOptions(context.kind.name));
    void queryClient.prefetchQuery(viewsOptions(context.kind.name));
  },
  component: lazyRouteComponent(() => import('./records/list/list-page.tsx'), 'ListPage'),
});

const record = createRoute({
  getParentRoute: () => kind,
  path: '/$id',
  validateSearch: readRecordSearch,
  loader: ({ context, params }) => {
    void queryClient.prefetchQuery(recordOptions(context.kind.name, params.id));
    return context.kind.parts();
  },
  component: lazyRouteComponent(() => import('./records/page/record-page.tsx'), 'RecordPage'),
});

const tasks = createRoute({
  getParentRoute: () => shell,
  path: '/tasks',
  validateSearch: readTasksSearch,
  component: lazyRouteComponent(() => import('./tasks/tasks-page.tsx'), 'TasksPage'),
});

/** What a record is related to. */
const graph = createRoute({
  getParentRoute: () => shell,
  path: '/graph/$kind/$id',
  component: lazyRouteComponent(() => import('./graph/graph-page.tsx'), 'GraphPage'),
});

const imports = createRoute({
  getParentRoute: () => shell,
  path: '/imports',
  component: lazyRouteComponent(() => import('./intake/imports-page.tsx'), 'ImportsPage'),
});

const newImport = createRoute({
  getParentRoute: () => shell,
  path: '/imports/new',
  validateSearch: (search: Record<string, unknown>): { object?: string } =>
    text(search.object) ? { object: text(search.object) } : {},
  component: lazyRouteComponent(() => import('./intake/import-wizard.tsx'), 'ImportWizard'),
});

const oneImport = createRoute({
  getParentRoute: () => shell,
  path: '/imports/$id',
  component: lazyRouteComponent(() => import('./intake/import-page.tsx'), 'ImportPage'),
});

const settings = createRoute({
  getParentRoute: () => shell,
  path: '/settings',
  component: lazyRouteComponent(() => import('./settings/settings-page.tsx'), 'SettingsPage'),
});

const settingsSection = createRoute({
  getParentRoute: () => shell,
  path: '/settings/$section',
  component: lazyRouteComponent(() => import('./settings/settings-page.tsx'), 'SettingsPage'),
});

function NotFound() {
  return (
    <main className="h-full">
      <PageState heading="h1" drawing="missing" title={texts.states.noPage} text={texts.states.noPageText} />
    </main>
  );
}

export const router = createRouter({
  routeTree: root.addChildren([
    signIn,
    shell.addChildren([
      home,
      tasks,
      kind.addChildren([list, record]),
      graph,
      imports,
      newImport,
      oneImport,
      settings,
      settingsSection,
    ]),
  ]),
  defaultPreload: 'intent',
  defaultPreloadDelay: 40,
  defaultErrorComponent: ({ error, reset }) => <ProblemState error={error} onRetry={reset} />,
  defaultNotFoundComponent: NotFound,
  defaultPendingMs: 300,
  defaultPendingMinMs: 0,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

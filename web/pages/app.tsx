import { lazy, type ReactNode, Suspense } from 'react';
import { Link, Redirect, Route, Switch, useLocation } from 'wouter';
import { useSession } from './api/session.ts';
import { useMessages } from './language.tsx';
import { Awaited, Empty, Loading } from './parts/states.tsx';
import { SignIn } from './people/sign-in.tsx';
import { routes } from './routes.ts';
import { SearchPage } from './search/page.tsx';
import { BrokenPage } from './shell/broken.tsx';
import { Shell } from './shell/shell.tsx';

const ReportsPage = lazy(() => import('./report/reports-page.tsx'));
const ReportPage = lazy(() => import('./report/page.tsx'));
const FlagsPage = lazy(() => import('./flags/page.tsx'));
const DirectivesPage = lazy(() => import('./directive/list-page.tsx'));
const DirectivePage = lazy(() => import('./directive/page.tsx'));
const FiguresPage = lazy(() => import('./figures/page.tsx'));
const IssuesPage = lazy(() => import('./issues/page.tsx'));
const IngestPage = lazy(() => import('./ingest/page.tsx'));
const Setup = lazy(() => import('./people/setup.tsx'));
const PeoplePage = lazy(() => import('./people/page.tsx'));

/** Every page behind its address; all but the first are fetched when they are asked for. */
export function App() {
  const [path] = useLocation();
  // Every change carries what the session says, also that of somebody who has none yet.
  const session = useSession();
  return (
    <Shell>
      <BrokenPage at={path}>
        <Suspense fallback={<Loading />}>
          <Switch>
            <Route path={`${routes.setup}/:secret`}>
              {({ secret }) => <Awaited of={session}>{() => <Setup secret={secret} />}</Awaited>}
            </Route>
            <Route>
              <SignedIn>
                <Pages />
              </SignedIn>
            </Route>
          </Switch>
        </Suspense>
      </BrokenPage>
    </Shell>
  );
}

/** Where there are accounts, nothing is shown to those who have not signed in. */
function SignedIn({ children }: { children: ReactNode }) {
  return <Awaited of={useSession()}>{({ role }) => (role === null ? <SignIn /> : children)}</Awaited>;
}

function Pages() {
  return (
    <Switch>
      <Route path={routes.search} component={SearchPage} />
      <Route path={routes.reports} component={ReportsPage} />
      <Route path={`${routes.reports}/:id`}>{({ id }) => <ReportPage key={id} id={id} />}</Route>
      <Route path={routes.directives} component={DirectivesPage} />
      <Route path={`${routes.directives}/xem`} component={DirectivePage} />
      <Route path={routes.figures} component={FiguresPage} />
      <Route path={routes.flags} component={FlagsPage} />
      <Route path={routes.issues} component={IssuesPage} />
      <Route path={routes.ingest} component={IngestPage} />
      <Route path={routes.people} component={PeoplePage} />
      <Route path={routes.signIn}>
        <Redirect to={routes.search} />
      </Route>
      <Route>
        <NotFound />
      </Route>
    </Switch>
  );
}

function NotFound() {
  const { shell } = useMessages();
  return (
    <Empty title={shell.notFound} hint={shell.notFoundHint}>
      <Link href={routes.search}>{shell.home}</Link>
    </Empty>
  );
}

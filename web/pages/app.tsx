import { lazy, Suspense } from 'react';
import { Link, Route, Switch, useLocation } from 'wouter';
import { useMessages } from './language.tsx';
import { Empty, Loading } from './parts/states.tsx';
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
const PeoplePage = lazy(() => import('./people/page.tsx'));

/** Every page behind its address; all but the first are fetched when they are asked for. */
export function App() {
  const [path] = useLocation();
  return (
    <Shell>
      <BrokenPage at={path}>
        <Suspense fallback={<Loading />}>
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
            <Route>
              <NotFound />
            </Route>
          </Switch>
        </Suspense>
      </BrokenPage>
    </Shell>
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

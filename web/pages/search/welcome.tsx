import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { server } from '../api/server.ts';
import { useMessages } from '../language.tsx';
import { ReportLine } from '../parts/report-line.tsx';
import { Awaited, Empty } from '../parts/states.tsx';
import { directiveAddress, routes } from '../routes.ts';
import style from './welcome.module.css';

const SHOWN = 6;

/** Before anything is asked: what the store holds, and where to begin. */
export function Welcome() {
  const { search, common, shell } = useMessages();
  const reports = useQuery({ queryKey: ['reports', 'newest'], queryFn: () => server.reportsList({ limit: SHOWN }) });
  const directives = useQuery({
    queryKey: ['directives', 'most'],
    queryFn: () => server.directivesList({ limit: SHOWN }),
  });
  return (
    <Awaited of={reports}>
      {({ total, items }) =>
        total === 0 ? (
          <Empty title={search.emptyStore} hint={search.emptyStoreHint}>
            <Button component={Link} href={routes.ingest}>
              {search.toIngest}
            </Button>
          </Empty>
        ) : (
          <div className={style.columns}>
            <section className={style.part}>
              <h2>{search.newest}</h2>
              {items.map((report) => (
                <ReportLine key={report.id} report={report} />
              ))}
              <Link href={routes.reports}>
                {shell.nav.reports}: {common.count(total)}
              </Link>
            </section>
            {directives.data && directives.data.total > 0 && (
              <section className={style.part}>
                <h2>{search.mostCited}</h2>
                {directives.data.items.map((one) => (
                  <p key={one.identity} className={style.directive}>
                    <Link href={directiveAddress(one.identity)}>{one.number}</Link> {one.title ?? one.issuer}
                  </p>
                ))}
                <Link href={routes.directives}>
                  {shell.nav.directives}: {common.count(directives.data.total)}
                </Link>
              </section>
            )}
          </div>
        )
      }
    </Awaited>
  );
}

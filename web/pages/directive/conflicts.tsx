import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { server } from '../api/server.ts';
import { useLanguage, useMessages } from '../language.tsx';
import { ReportLine } from '../parts/report-line.tsx';
import { Awaited, Empty } from '../parts/states.tsx';
import { flagAddress } from '../routes.ts';
import style from './page.module.css';

/** Where reports contradict each other, or themselves, on this directive. */
export function Conflicts({ directive }: { directive: string }) {
  const { directives, words, flags } = useMessages();
  const { language } = useLanguage();
  const found = useQuery({
    queryKey: ['flags', 'of directive', directive],
    queryFn: ({ signal }) => server.flagsList({ directive, kind: 'directive-identity', limit: 200 }, { signal }),
  });
  return (
    <Awaited of={found}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty title={directives.conflictsNone} />
        ) : (
          items.map((flag) => (
            <article key={flag.id} className={style.group}>
              <h3 className={style.groupName}>{words.kinds[flag.kind]}</h3>
              <p>
                {flag.message[language]} <Link href={flagAddress(flag.id)}>{flags.places}</Link>
              </p>
              {flag.reports.map((report) => (
                <ReportLine key={report.id} report={report} title={false} />
              ))}
            </article>
          ))
        )
      }
    </Awaited>
  );
}

import { Link } from 'wouter';
import type { Trace } from '../../../schemas/search.ts';
import { useMessages } from '../language.tsx';
import { directiveAddress, reportAddress } from '../routes.ts';
import { dateOf } from '../text/dates.ts';
import style from './page.module.css';

/** The directive's own day, then what was issued for it and who reported, day by day. */
export function Timeline({ trace }: { trace: Trace }) {
  const { directives, common } = useMessages();
  const heads = new Map(trace.mentions.map(({ report }) => [report.id, report]));
  const years = [...Map.groupBy(trace.timeline, ({ date }) => date.slice(0, 4))];
  return years.map(([year, days]) => (
    <section key={year} className={style.year}>
      <h3 className={style.groupName}>{year}</h3>
      <ol className={style.days}>
        {days.map(({ date, number, verbs, report }) => {
          const head = report ? heads.get(report) : undefined;
          return (
            <li key={`${date} ${number} ${report}`} data-own={number === trace.directive?.number}>
              <time dateTime={date} className={style.dim}>
                {dateOf(date)}
              </time>
              <span>
                {report ? (
                  <Link href={reportAddress(report)}>{number ?? common.unnumbered}</Link>
                ) : (
                  number && <Link href={directiveAddress(number)}>{number}</Link>
                )}{' '}
                {head?.issuer}{' '}
                <span className={style.dim}>
                  {report ? directives.reportOf : ''} {verbs.join(', ')}
                </span>
              </span>
            </li>
          );
        })}
      </ol>
    </section>
  ));
}

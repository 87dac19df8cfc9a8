import { Select } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { server } from '../api/server.ts';
import { useMessages } from '../language.tsx';
import { useConditions } from '../parts/address.ts';
import { FilterBar } from '../parts/filter-bar.tsx';
import { Pager } from '../parts/pager.tsx';
import { ReportLine } from '../parts/report-line.tsx';
import { Awaited, Empty } from '../parts/states.tsx';
import { useTitle } from '../parts/title.ts';
import { reportAddress } from '../routes.ts';
import style from './page.module.css';
import { Topics } from './topics.tsx';

const SIZE = 30;
const names = ['words', 'place', 'from', 'to', 'topic', 'stance'];

/** What residents are said to raise, in the reports' own words. */
export default function IssuesPage() {
  const { issues, common, report: own } = useMessages();
  const { one, several, change } = useConditions();
  useTitle(issues.title);
  const cursor = several('cursor').at(-1);
  const conditions = Object.fromEntries(names.map((name) => [name, one(name)]).filter(([, value]) => value));
  const list = useQuery({
    queryKey: ['issues', conditions, cursor],
    queryFn: ({ signal }) =>
      server.issuesList({ ...conditions, limit: SIZE, ...(cursor ? { cursor } : {}) }, { signal }),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <h1>{issues.title}</h1>
      <FilterBar names={['words', 'place', 'from', 'to']}>
        <Select
          size="xs"
          w={140}
          clearable
          aria-label={issues.stance}
          placeholder={issues.stance}
          value={one('stance') || null}
          onChange={(value) => change({ stance: value })}
          data={issues.stances}
        />
      </FilterBar>
      <div className={style.columns}>
        <div>
          <Awaited of={list}>
            {({ total, items, next }) =>
              total === 0 ? (
                <Empty title={issues.none} />
              ) : (
                <>
                  <p role="status">
                    <b>{issues.count(total)}</b>
                  </p>
                  {items.map((issue) => {
                    const where = [
                      issue.section && common.section(issue.section),
                      issue.page && common.page(issue.page),
                    ];
                    return (
                      <article key={`${issue.report.id} ${issue.id}`} className={style.issue}>
                        <p className={style.head}>
                          <button type="button" className={style.topic} onClick={() => change({ topic: issue.topic })}>
                            {issue.topic}
                          </button>
                          {issue.stance.map((stance) => (
                            <span key={stance} className={style.stance}>
                              {stance}
                            </span>
                          ))}
                          {issue.people !== null && <span className={style.dim}>{own.people(issue.people)}</span>}
                          {issue.addressedTo && (
                            <span className={style.dim}>{issues.addressedTo(issue.addressedTo)}</span>
                          )}
                        </p>
                        <p className={style.quote}>
                          <Link href={reportAddress(issue.report.id, { record: issue.id })}>“{issue.quote}”</Link>{' '}
                          <span className={style.dim}>{where.filter(Boolean).join(', ')}</span>
                        </p>
                        {issue.response && (
                          <p className={style.quote}>
                            <b>{issues.response}:</b> {issue.response}
                          </p>
                        )}
                        <ReportLine report={issue.report} block={issue.block} title={false} />
                      </article>
                    );
                  })}
                  <Pager total={total} shown={items.length} next={next} size={SIZE} />
                </>
              )
            }
          </Awaited>
        </div>
        <aside className={style.side} aria-label={issues.topics}>
          <Topics conditions={conditions} chosen={one('topic')} choose={(topic) => change({ topic })} />
        </aside>
      </div>
    </>
  );
}

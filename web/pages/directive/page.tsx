import { SegmentedControl, Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import type { CascadeNode, Directive, Trace } from '../../../schemas/search.ts';
import { server } from '../api/server.ts';
import { useMessages } from '../language.tsx';
import { useConditions } from '../parts/address.ts';
import { Exports } from '../parts/exports.tsx';
import { Awaited, Empty } from '../parts/states.tsx';
import { useTitle } from '../parts/title.ts';
import { directiveAddress } from '../routes.ts';
import { dateOf } from '../text/dates.ts';
import { CascadeGraph } from './cascade-graph.tsx';
import { CascadeTree } from './cascade-tree.tsx';
import { Conflicts } from './conflicts.tsx';
import { MatrixTable } from './matrix-table.tsx';
import { Mentions } from './mentions.tsx';
import style from './page.module.css';
import { Timeline } from './timeline.tsx';

const tabs = ['mentions', 'cascade', 'timeline', 'matrix', 'conflicts'] as const;

/** Where one directive was carried out: who says so, what it led to, who is silent. */
export default function DirectivePage() {
  const { directives } = useMessages();
  const { one } = useConditions();
  const number = one('number');
  const place = one('place');
  const traced = useQuery({
    queryKey: ['trace', number, place],
    queryFn: ({ signal }) =>
      server.directivesTraceList({ number, ...(place ? { place } : {}) }, { signal }) as Promise<Trace>,
  });
  return (
    <Awaited of={traced}>
      {(trace) =>
        trace.directive ? (
          <Traced trace={trace} directive={trace.directive} />
        ) : (
          <Empty title={directives.unknown(number)} />
        )
      }
    </Awaited>
  );
}

function Traced({ trace, directive }: { trace: Trace; directive: Directive }) {
  const { directives, report } = useMessages();
  const { one, change } = useConditions();
  const [drawn, setDrawn] = useState(true);
  useTitle(directive.number);
  const tab = tabs.find((name) => name === one('tab')) ?? 'mentions';
  const cascadeSize = sizeOf(trace.cascade);
  const counts: Partial<Record<(typeof tabs)[number], number>> = {
    mentions: directive.mentions,
    cascade: cascadeSize,
  };
  return (
    <>
      <Head trace={trace} directive={directive} />
      <Tabs value={tab} onChange={(next) => change({ tab: next }, { replace: true })} keepMounted={false}>
        <Tabs.List>
          {tabs.map((name) => (
            <Tabs.Tab key={name} value={name}>
              {directives.tabs[name]}
              {counts[name] !== undefined && ` ${counts[name]}`}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="mentions" className={style.panel}>
          <Mentions trace={trace} />
        </Tabs.Panel>
        <Tabs.Panel value="cascade" className={style.panel}>
          {cascadeSize === 0 ? (
            <Empty title={directives.cascadeNone} />
          ) : (
            <>
              <SegmentedControl
                size="xs"
                mb="sm"
                aria-label={report.view}
                value={drawn ? 'graph' : 'tree'}
                onChange={(next) => setDrawn(next === 'graph')}
                data={(['graph', 'tree'] as const).map((value) => ({ value, label: directives[value] }))}
              />
              {drawn ? (
                <CascadeGraph number={directive.number} cascade={trace.cascade} />
              ) : (
                <CascadeTree cascade={trace.cascade} />
              )}
            </>
          )}
        </Tabs.Panel>
        <Tabs.Panel value="timeline" className={style.panel}>
          <Timeline trace={trace} />
        </Tabs.Panel>
        <Tabs.Panel value="matrix" className={style.panel}>
          <MatrixTable trace={trace} />
        </Tabs.Panel>
        <Tabs.Panel value="conflicts" className={style.panel}>
          <Conflicts directive={directive.identity} />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}

function Head({ trace, directive }: { trace: Trace; directive: Directive }) {
  const { directives } = useMessages();
  const facts = [directive.type, directive.issuer, directive.date && dateOf(directive.date)]
    .filter(Boolean)
    .join(' · ');
  const lists: [string, { key: string; number: string; after?: string }[]][] = [
    [directives.changes, trace.changes.map(({ number, verb }) => ({ key: number, number, after: verb }))],
    [directives.related, trace.related.slice(0, 8).map(({ number }) => ({ key: number, number }))],
    [
      directives.others,
      trace.others.map(({ identity, number, issuer }) => ({ key: identity, number, after: issuer ?? '' })),
    ],
  ];
  return (
    <header className={style.head}>
      <div className={style.facts}>
        <h1>{[directive.type, directive.number].filter(Boolean).join(' ')}</h1>
        <p>{directive.title}</p>
        <p className={style.dim}>{facts}</p>
        <p className={style.dim}>{directives.mentions(directive.mentions, directive.reports)}</p>
        {directive.spellings.length > 1 && (
          <p className={style.dim}>
            {directives.spellings}: {directive.spellings.join(' · ')}
          </p>
        )}
        {lists
          .filter(([, list]) => list.length > 0)
          .map(([name, list]) => (
            <p key={name} className={style.tags}>
              <span className={style.dim}>{name}:</span>
              {list.map(({ key, number, after }) => (
                <span key={key}>
                  <Link href={directiveAddress(key)}>{number}</Link>{' '}
                  {after && <span className={style.dim}>{after}</span>}
                </span>
              ))}
            </p>
          ))}
      </div>
      <div className="screen-only">
        <Exports path="/api/directives/trace" formats={['docx', 'xlsx']} query={{ number: directive.identity }} />
      </div>
    </header>
  );
}

function sizeOf(cascade: readonly CascadeNode[]): number {
  return cascade.reduce((sum, { children }) => sum + 1 + sizeOf(children), 0);
}

import { Button, SegmentedControl } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { server } from '../api/server.ts';
import { useMessages } from '../language.tsx';
import { useConditions } from '../parts/address.ts';
import { Icon } from '../parts/icon.tsx';
import { fileName } from '../parts/report-line.tsx';
import { Awaited } from '../parts/states.tsx';
import { useTitle } from '../parts/title.ts';
import { dateOf } from '../text/dates.ts';
import { marksOf } from './marks.ts';
import { Original, originalAddress } from './original/original.tsx';
import style from './page.module.css';
import { Reading } from './reading.tsx';
import { Records } from './records.tsx';
import type { OneReport } from './report.ts';

const kinds = ['flag', 'citation', 'indicator', 'issue'] as const;
const kindTabs = { flag: 'flags', citation: 'citations', indicator: 'indicators', issue: 'issues' } as const;

export default function ReportPage({ id }: { id: string }) {
  const report = useQuery({
    queryKey: ['report', id],
    queryFn: ({ signal }) => server.reportsDetail(id, { signal }) as Promise<OneReport>,
    staleTime: 60_000,
  });
  return <Awaited of={report}>{(data) => <Desk report={data} />}</Awaited>;
}

type View = 'original' | 'reading' | 'both' | 'list';

/** The original, the reading and what was found, beside each other; on a narrow window one at a time. */
function Desk({ report }: { report: OneReport }) {
  const { report: own, common } = useMessages();
  const { one, change } = useConditions();
  const narrow = useMediaQuery('screen and (max-width: 62em)', false, { getInitialValueInEffect: false });
  const [wide, setWide] = useState<View>('both');
  const [single, setSingle] = useState<View>('reading');
  const [hidden, setHidden] = useState<readonly string[]>([]);
  const { head, extraction } = report;
  const marks = useMemo(() => marksOf(extraction), [extraction]);
  const record = one('record');
  const block = one('block');
  const at = useMemo(() => ({ ...(record ? { record } : {}), ...(block ? { block } : {}) }), [record, block]);
  const choose = useCallback(
    (next: string) => {
      change({ record: next, block: null }, { replace: true });
      // On a narrow window the list gives way to the place it points at.
      setSingle((before) => (before === 'list' ? 'reading' : before));
    },
    [change],
  );
  const turn = useCallback(
    (next: string) => {
      change({ block: next, record: null }, { replace: true });
      setSingle('reading');
    },
    [change],
  );
  const name = head.number ?? fileName(head.path);
  useTitle(name);
  const view = narrow ? single : wide;
  const panes = narrow
    ? 'minmax(0, 1fr)'
    : view === 'both'
      ? 'minmax(0, 1fr) minmax(0, 1fr) 19rem'
      : 'minmax(0, 1fr) 22rem';
  const shared = { blocks: extraction.blocks, marks, hidden: hidden.join(' '), at, choose };
  return (
    <div className={style.page}>
      <header className={style.head}>
        <div className={style.facts}>
          <h1 className={style.title}>{[name, head.title].filter(Boolean).join(' – ')}</h1>
          <p className={style.line}>
            {[
              head.issuer,
              head.date ? dateOf(head.date) : common.undated,
              head.period?.label,
              own.status[extraction.status],
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </div>
        <div className={`${style.tools} screen-only`}>
          <SegmentedControl
            size="xs"
            aria-label={own.view}
            value={view}
            onChange={(next) => (narrow ? setSingle : setWide)(next as View)}
            data={(narrow
              ? (['original', 'reading', 'list'] as const)
              : (['original', 'both', 'reading'] as const)
            ).map((value) => ({
              value,
              label: own[value],
            }))}
          />
          <Button
            component="a"
            href={originalAddress(head.id)}
            download
            variant="default"
            size="compact-sm"
            leftSection={<Icon name="download" size={14} />}
          >
            {own.download}
          </Button>
        </div>
      </header>
      <div className={style.panes} style={{ '--panes': panes }}>
        {(view === 'original' || view === 'both') && (
          <div className={`${style.pane} screen-only`}>
            <Original report={head.id} mediaType={extraction.mediaType} {...shared} />
          </div>
        )}
        {(view === 'reading' || view === 'both') && (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
          <section className={style.pane} aria-label={own.reading} tabIndex={0}>
            <div className={`${style.marks} screen-only`}>
              {kinds.map((kind) => (
                <label key={kind}>
                  <input
                    type="checkbox"
                    checked={!hidden.includes(kind)}
                    onChange={(event) =>
                      setHidden(event.target.checked ? hidden.filter((other) => other !== kind) : [...hidden, kind])
                    }
                  />
                  {own.tabs[kindTabs[kind]]}
                </label>
              ))}
            </div>
            <Reading {...shared} />
          </section>
        )}
        {(!narrow || view === 'list') && (
          <aside className={`${style.side} screen-only`} aria-label={own.list}>
            <Records report={report} at={at} choose={choose} turn={turn} />
          </aside>
        )}
      </div>
    </div>
  );
}

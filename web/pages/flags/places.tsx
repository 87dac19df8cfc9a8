import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import type { DeskFlag, FlagFile } from '../../../schemas/decision.ts';
import type { ReportHead } from '../../../schemas/search.ts';
import { server } from '../api/server.ts';
import { useMessages } from '../language.tsx';
import { ReportLine } from '../parts/report-line.tsx';
import { Awaited, Loading } from '../parts/states.tsx';
import type { Mark } from '../report/marks.ts';
import { Reading } from '../report/reading.tsx';
import type { OneReport } from '../report/report.ts';
import style from './page.module.css';

const Original = lazy(() => import('../report/original/original.tsx').then((all) => ({ default: all.Original })));

type Place = FlagFile['places'][number];

/** Every place of a flag, side by side: those in one block of one report stand in one card. */
export function Places({ flag, places }: { flag: DeskFlag; places: readonly Place[] }) {
  const groups = [...Map.groupBy(places, ({ report, block }) => `${report} ${block}`)];
  return (
    <div className={style.places}>
      {groups.map(([key, group]) => {
        const head = flag.reports.find(({ id }) => id === group[0]!.report);
        return head && <PlaceCard key={key} flag={flag} head={head} places={group} />;
      })}
    </div>
  );
}

type View = 'reading' | 'original';
const nothing = (): void => undefined;

function PlaceCard({ flag, head, places }: { flag: DeskFlag; head: ReportHead; places: readonly Place[] }) {
  const { report, common, words } = useMessages();
  const [view, setView] = useState<View>('reading');
  const [first] = places;
  const where = [first?.section && common.section(first.section), first?.page && common.page(first.page)];
  const whole = useQuery({
    queryKey: ['report', head.id],
    queryFn: ({ signal }) => server.reportsDetail(head.id, { signal }) as Promise<OneReport>,
    staleTime: 60_000,
  });
  const marks = places.map(
    ({ block, start, end }): Mark => ({ kind: flag.certain ? 'flag' : 'unsure', record: flag.id, block, start, end }),
  );
  return (
    <article className={style.place}>
      <header className={style.placeHead}>
        <div>
          <ReportLine report={head} {...(first ? { block: first.block } : {})} title={false} />
          <span className={style.dim}>{where.filter(Boolean).join(', ')}</span>
        </div>
        <SegmentedControl
          size="xs"
          aria-label={report.view}
          value={view}
          onChange={(next) => setView(next as View)}
          data={(['reading', 'original'] as const).map((value) => ({ value, label: report[value] }))}
        />
      </header>
      <Awaited of={whole}>
        {({ extraction }) =>
          view === 'reading' ? (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
            <section className={style.placeBody} tabIndex={0} aria-label={report.reading}>
              <Reading
                blocks={extraction.blocks.filter(({ id }) => id === first?.block)}
                marks={marks}
                hidden=""
                at={{}}
                choose={nothing}
                compact
              />
            </section>
          ) : (
            <div className={style.placeOriginal}>
              <Suspense fallback={<Loading />}>
                <Original
                  report={head.id}
                  mediaType={extraction.mediaType}
                  blocks={extraction.blocks}
                  marks={marks}
                  hidden=""
                  at={{ record: flag.id }}
                  choose={nothing}
                />
              </Suspense>
            </div>
          )
        }
      </Awaited>
      <ul className={style.roles}>
        {places.map(({ role, quote, start }) => (
          <li key={`${start} ${quote}`}>
            <span className={style.role}>{words.roles[role] ?? role}</span> “{quote}”
          </li>
        ))}
      </ul>
    </article>
  );
}

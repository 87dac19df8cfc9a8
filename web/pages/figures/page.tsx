import { Button, Group, TextInput } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type FormEvent, useEffect, useState } from 'react';
import type { Series } from '../../../schemas/series.ts';
import { server } from '../api/server.ts';
import { useMessages } from '../language.tsx';
import { useConditions } from '../parts/address.ts';
import { Exports } from '../parts/exports.tsx';
import { TypedCondition } from '../parts/filter-bar.tsx';
import { Icon } from '../parts/icon.tsx';
import { Awaited, Empty } from '../parts/states.tsx';
import { useTitle } from '../parts/title.ts';
import { Chart } from './chart.tsx';
import { FigureList } from './figure-list.tsx';
import style from './page.module.css';
import { Related } from './related.tsx';
import { SeriesTable } from './series-table.tsx';

/** One concept over time and places; before one is named, all figures. */
export default function FiguresPage() {
  const { figures, search } = useMessages();
  const { one, change } = useConditions();
  const concept = one('concept');
  const [typed, setTyped] = useState(concept);
  useEffect(() => setTyped(concept), [concept]);
  useTitle(concept || figures.title);
  const wanted = Object.fromEntries(
    ['place', 'from', 'to'].map((name) => [name, one(name)]).filter(([, value]) => value),
  );
  const series = useQuery({
    enabled: concept !== '',
    queryKey: ['series', concept, wanted],
    queryFn: ({ signal }) => server.seriesList({ concept, ...wanted }, { signal }) as Promise<Series>,
    placeholderData: keepPreviousData,
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    change({ concept: typed.trim() });
  };
  return (
    <>
      <h1>{figures.title}</h1>
      <form onSubmit={submit} className="screen-only">
        <Group gap="xs" mb="md" align="center">
          <TextInput
            type="search"
            className={style.concept}
            aria-label={figures.concept}
            placeholder={`${figures.concept}, ${figures.conceptHint}`}
            leftSection={<Icon name="search" size={15} />}
            value={typed}
            maxLength={300}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <Button type="submit">{search.go}</Button>
          <TypedCondition name="place" />
          <TypedCondition name="from" />
          <TypedCondition name="to" />
          {concept && <Exports path="/api/series" formats={['xlsx', 'csv']} query={{ concept, ...wanted }} />}
        </Group>
      </form>
      {concept === '' ? (
        <FigureList conditions={wanted} />
      ) : (
        <Awaited of={series}>{(data) => <Charts series={data} ask={(label) => change({ concept: label })} />}</Awaited>
      )}
    </>
  );
}

function Charts({ series, ask }: { series: Series; ask: (label: string) => void }) {
  const { figures, words } = useMessages();
  return (
    <>
      {series.charts.length === 0 && <Empty title={figures.none} />}
      {series.charts.map((chart) => (
        <section key={`${chart.label} ${chart.unit} ${chart.kind} ${chart.months}`} className={style.chart}>
          <h2>
            {chart.label}{' '}
            <span className={style.dim}>{[chart.unit, words.indicators[chart.kind]].filter(Boolean).join(' · ')}</span>
          </h2>
          {chart.lines.some(({ points }) => points.length > 1) && <Chart chart={chart} />}
          <SeriesTable chart={chart} />
        </section>
      ))}
      {series.related.length > 0 && <Related key={series.asked.label} related={series.related} ask={ask} />}
    </>
  );
}

import { Table } from '@mantine/core';
import { Link } from 'wouter';
import type { SeriesChart, SeriesPoint } from '../../../schemas/series.ts';
import { useMessages } from '../language.tsx';
import { reportAddress } from '../routes.ts';
import { numberOf } from '../text/numbers.ts';
import { linesOf } from './chart.tsx';

/** The same as numbers: a row each place, a column each time; every figure leads to where it stands. */
export function SeriesTable({ chart }: { chart: SeriesChart }) {
  const { common } = useMessages();
  const times = new Map(
    chart.lines
      .flatMap(({ points }) => points)
      .map(({ time }) => [`${time.from} ${time.to}`, time] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
  return (
    <Table.ScrollContainer minWidth={480}>
      <Table verticalSpacing={4} highlightOnHover w="auto" miw={480}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{common.place}</Table.Th>
            {[...times].map(([key, time]) => (
              <Table.Th key={key} ta="right">
                {time.label}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {linesOf(chart).map(({ name, line }) => {
            const points = new Map(line.points.map((point) => [`${point.time.from} ${point.time.to}`, point]));
            return (
              <Table.Tr key={name}>
                <Table.Th scope="row" fw={400}>
                  {name}
                </Table.Th>
                {[...times.keys()].map((key) => (
                  <Table.Td key={key} ta="right">
                    <Values point={points.get(key)} />
                  </Table.Td>
                ))}
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function Values({ point }: { point: SeriesPoint | undefined }) {
  return point?.values.map(({ value, sources }, i) => {
    const [source] = sources;
    return (
      <span key={value}>
        {i > 0 && ' ≠ '}
        {source ? (
          <Link href={reportAddress(source.report.id, { block: source.block })} title={source.quote}>
            {numberOf(value)}
          </Link>
        ) : (
          numberOf(value)
        )}
      </span>
    );
  });
}

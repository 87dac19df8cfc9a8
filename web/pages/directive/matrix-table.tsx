import { Link } from 'wouter';
import type { Trace } from '../../../schemas/search.ts';
import { useMessages } from '../language.tsx';
import { searchAddress } from '../routes.ts';
import style from './matrix.module.css';
import { matrixOf } from './matrix.ts';

/** Place by year: how many reports mention the directive; hatched where there are reports and none does. */
export function MatrixTable({ trace }: { trace: Trace }) {
  const { directives, common, words } = useMessages();
  const { periods, rows } = matrixOf(trace);
  const identity = trace.directive?.identity ?? '';
  return (
    <>
      <p className={style.hint}>{directives.matrixHint}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className={style.scroll} tabIndex={0} aria-label={directives.tabs.matrix}>
        <table className={style.matrix}>
          <thead>
            <tr>
              <th scope="col">{common.place}</th>
              {periods.map((period) => (
                <th key={period} scope="col">
                  {period || common.undated}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={`${row.place} ${row.silent}`}>
                <th scope="row">
                  {row.place || common.unknown}
                  {row.level && <span className={style.level}> {words.levels[row.level]}</span>}
                </th>
                {row.silent > 0 ? (
                  <td className={style.silent} colSpan={Math.max(1, periods.length)}>
                    <span>{directives.quiet(row.silent)}</span>
                  </td>
                ) : (
                  periods.map((period) => {
                    const count = row.reports.get(period)?.size ?? 0;
                    const year = period ? { year: period } : {};
                    return (
                      <td key={period} className={count > 0 ? style.told : undefined}>
                        {count > 0 && (
                          <Link
                            href={searchAddress({ directive: identity, place: row.place, ...year })}
                            aria-label={`${row.place}, ${period}: ${directives.reported(count)}`}
                          >
                            {count}
                          </Link>
                        )}
                      </td>
                    );
                  })
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { Extraction } from '../../../schemas/extraction.ts';
import { useMay } from '../api/session.ts';
import { useMessages } from '../language.tsx';
import { fileName, ReportLine } from '../parts/report-line.tsx';
import { Empty } from '../parts/states.tsx';
import { dateOf } from '../text/dates.ts';
import { CorrectionHistory } from './correction-history.tsx';
import { HeaderForm } from './header-form.tsx';
import style from './records.module.css';
import type { OneReport } from './report.ts';

/** What the report says it is, which files it lies in, and its other versions. */
export function ReportFacts({ report }: { report: OneReport }) {
  const { words, report: own, common } = useMessages();
  const { head, paths, copies, extraction } = report;
  const may = useMay('auditor');
  const [correcting, { open, close }] = useDisclosure();
  const facts: [string, string | null][] = [
    [words.report.number, head.number],
    [words.report.type, head.type],
    [words.report.title, head.title],
    [words.report.issuer, head.issuer],
    [words.report.units, head.units.map(({ name }) => name).join(', ') || null],
    [words.report.date, head.date && dateOf(head.date)],
    [words.report.period, head.period?.label ?? null],
    [words.report.signer, head.signer],
  ];
  return (
    <div className={style.plain}>
      <table className={style.table}>
        <tbody>
          {facts.map(([name, value]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{value ?? common.unknown}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {may && (
        <Button size="compact-xs" variant="default" mt="xs" onClick={open}>
          {own.correctHeader}
        </Button>
      )}
      <HeaderForm head={head} opened={correcting} close={close} />
      <CorrectionHistory report={head.id} />
      {head.source && <p className={style.more}>{own.from(own.sources[head.source] ?? head.source)}</p>}
      <h3 className={style.sub}>{own.paths}</h3>
      {paths.map((path) => (
        <p key={path} className={style.more} title={path}>
          {fileName(path)}
        </p>
      ))}
      <p className={style.more}>
        {extraction.mediaType} · {own.status[extraction.status]}
      </p>
      {copies.length > 0 && (
        <>
          <h3 className={style.sub}>{own.copies}</h3>
          {copies.map((copy) => (
            <div key={copy.id}>
              <ReportLine report={copy} title={false} />
              <span className={style.more} title={copy.path}>
                {fileName(copy.path)}
              </span>
            </div>
          ))}
        </>
      )}
      <p className={style.more}>{own.masked}</p>
    </div>
  );
}

/** Where the reading met a problem: ours, not the report's. */
export function Diagnostics({ extraction, turn }: { extraction: Extraction; turn: (block: string) => void }) {
  const { report, common, words } = useMessages();
  if (extraction.diagnostics.length === 0) return <Empty title={report.none.diagnostics} />;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <ul className={style.list} tabIndex={0}>
      {extraction.diagnostics.map((one, i) => {
        const text = (
          <>
            {one.message}
            <span className={style.more}>
              {[words.severities[one.severity], one.page && common.page(one.page), one.code]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </>
        );
        return (
          <li key={i} className={style.row}>
            {one.block ? (
              <button type="button" className={style.turn} onClick={() => turn(one.block!)}>
                {text}
              </button>
            ) : (
              <div className={style.turn}>{text}</div>
            )}
          </li>
        );
      })}
    </ul>
  );
}

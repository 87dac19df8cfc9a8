import { Link } from 'wouter';
import type { ReportHead } from '../../../schemas/search.ts';
import { useMessages } from '../language.tsx';
import { reportAddress } from '../routes.ts';
import { dateOf } from '../text/dates.ts';
import style from './report-line.module.css';

/** The last part of a path. */
export const fileName = (path: string): string => path.split(/[\\/]/).at(-1) || path;

/** `DOCX`, `PDF`: one report often lies in the store in both. */
const formatOf = (path: string): string => /\.(\w{1,5})$/.exec(path)?.[1]?.toUpperCase() ?? '';

/** A report in one line: its number, whose it is, its day; its file where it says no number. */
export function ReportLine({ report, block, title = true }: { report: ReportHead; block?: string; title?: boolean }) {
  const { common } = useMessages();
  const facts = [report.issuer, report.date ? dateOf(report.date) : common.undated, report.period?.label];
  return (
    <span className={style.line}>
      <Link href={reportAddress(report.id, block ? { block } : {})} className={style.name}>
        {report.number ?? fileName(report.path)}
      </Link>
      <span className={style.format}>{formatOf(report.path)}</span>
      <span className={style.facts}>{facts.filter((fact) => fact).join(' · ')}</span>
      {title && report.title && <span className={style.title}>{report.title}</span>}
    </span>
  );
}

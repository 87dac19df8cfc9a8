import { Link } from 'wouter';
import type { SearchHit } from '../../../schemas/search.ts';
import { useMessages } from '../language.tsx';
import { ReportLine } from '../parts/report-line.tsx';
import { reportAddress } from '../routes.ts';
import { excerptOf } from '../text/excerpt.ts';
import { MarkedText } from '../text/marked-text.tsx';
import style from './page.module.css';

const LENGTH = 420;

/** Hits in their order; those that follow each other in one report stand under one head. */
export function Hits({ hits }: { hits: readonly SearchHit[] }) {
  return inRuns(hits).map((run) => (
    <article key={`${run[0].report.id} ${run[0].block}`} className={style.group}>
      <header className={style.head}>
        <ReportLine report={run[0].report} />
      </header>
      {run.map((hit) => (
        <Hit key={hit.block} hit={hit} />
      ))}
    </article>
  ));
}

function Hit({ hit }: { hit: SearchHit }) {
  const { common } = useMessages();
  const { text, highlights, cut } = excerptOf(hit.text, hit.highlights, LENGTH);
  const where = [hit.section && common.section(hit.section), hit.page && common.page(hit.page)]
    .filter(Boolean)
    .join(', ');
  return (
    <Link href={reportAddress(hit.report.id, { block: hit.block })} className={style.hit}>
      {cut[0] && '… '}
      <MarkedText text={text} marks={highlights} />
      {cut[1] && ' …'}
      {where && <span className={style.where}>{where}</span>}
    </Link>
  );
}

function inRuns(hits: readonly SearchHit[]): [SearchHit, ...SearchHit[]][] {
  const runs: [SearchHit, ...SearchHit[]][] = [];
  for (const hit of hits) {
    const last = runs.at(-1);
    if (last && last[0].report.id === hit.report.id) last.push(hit);
    else runs.push([hit]);
  }
  return runs;
}

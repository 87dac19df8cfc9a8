import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Trace, TraceMention } from '../../../schemas/search.ts';
import { useMessages } from '../language.tsx';
import { ReportLine } from '../parts/report-line.tsx';
import { reportAddress } from '../routes.ts';
import style from './page.module.css';

type Grouping = 'byPlace' | 'byVerb' | 'byLevel';

/** What reports say of the directive, with the words; grouped as the reader asks. */
export function Mentions({ trace }: { trace: Trace }) {
  const { directives, words, common } = useMessages();
  const [by, setBy] = useState<Grouping>('byPlace');
  const nameOf = (mention: TraceMention): string => {
    const unit = mention.report.units.at(-1);
    if (by === 'byVerb') return mention.verb ?? directives.cited;
    if (by === 'byLevel') return (unit && words.levels[unit.level]) ?? words.levels.unknown ?? common.unknown;
    return unit?.name ?? common.unknown;
  };
  const groups = [...Map.groupBy(trace.mentions, nameOf)];
  if (by === 'byVerb') groups.sort(([, a], [, b]) => b.length - a.length);
  return (
    <>
      <SegmentedControl
        size="xs"
        value={by}
        onChange={(next) => setBy(next as Grouping)}
        data={(['byPlace', 'byVerb', 'byLevel'] as const).map((value) => ({ value, label: directives[value] }))}
      />
      {groups.map(([name, mentions]) => (
        <section key={name} className={style.group}>
          <h3 className={style.groupName}>
            {name} <span className={style.dim}>{common.count(mentions.length)}</span>
          </h3>
          {mentions.map((mention) => (
            <Mention key={`${mention.report.id} ${mention.block} ${mention.start}`} mention={mention} />
          ))}
        </section>
      ))}
    </>
  );
}

function Mention({ mention }: { mention: TraceMention }) {
  const { words, common, directives } = useMessages();
  const { report, verb, modality, quote, block, section, page } = mention;
  const where = [section && common.section(section), page && common.page(page)].filter(Boolean).join(', ');
  return (
    <article className={style.mention}>
      <ReportLine report={report} block={block} title={false} />
      <p className={style.quote}>
        <span className={style.verb} data-modality={modality}>
          {verb ?? directives.cited}
          {modality && modality !== 'done' && ` (${words.modality[modality]})`}
        </span>
        <Link href={reportAddress(report.id, { block })} className={style.words}>
          “{quote}”
        </Link>
        {where && <span className={style.dim}> {where}</span>}
      </p>
    </article>
  );
}

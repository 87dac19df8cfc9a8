import { type ReactNode, useMemo } from 'react';
import { Link } from 'wouter';
import type { Extraction } from '../../../schemas/extraction.ts';
import { useLanguage, useMessages } from '../language.tsx';
import type { Messages } from '../messages/vi.ts';
import { directiveAddress, flagAddress } from '../routes.ts';
import { dateOf } from '../text/dates.ts';
import type { MarkKind } from './marks.ts';
import style from './records.module.css';

type Citation = Extraction['citations'][number];
type Indicator = Extraction['indicators'][number];
type Issue = Extraction['issues'][number];
type Flag = Extraction['flags'][number];

/** One line of the list beside the reading: what is shown, what a filter looks at, where a click leads besides. */
export interface Row {
  id: string;
  kind: MarkKind;
  words: string;
  shown: ReactNode;
  link?: ReactNode;
}

const joined = (parts: readonly (string | null | undefined | false)[]): string => parts.filter(Boolean).join(' · ');

export function citationRow(one: Citation, { common, report }: Messages): Row {
  const facts = joined([one.type, one.issuer, one.date && dateOf(one.date)]);
  return {
    id: one.id,
    kind: 'citation',
    words: `${one.quote} ${one.number ?? ''} ${facts} ${one.title ?? ''}`,
    shown: (
      <>
        <Kind kind="citation">{one.number ?? one.title ?? one.quote}</Kind>
        <span className={style.more}>{facts || common.unknown}</span>
        {one.unlinkedReason && (
          <span className={style.more}>
            {report.unlinked}: {one.unlinkedReason}
          </span>
        )}
      </>
    ),
    ...(one.number ? { link: <Link href={directiveAddress(one.number)}>{report.toDirective}</Link> } : {}),
  };
}

export function indicatorRow(one: Indicator, { words }: Messages): Row {
  const facts = joined([words.indicators[one.kind], one.period, one.scope]);
  return {
    id: one.id,
    kind: 'indicator',
    words: `${one.raw} ${one.label} ${facts} ${one.quote}`,
    shown: (
      <>
        <Kind kind="indicator">
          {one.qualifier && `${one.qualifier} `}
          {one.raw}
          {one.unit && ` ${one.unit}`}
        </Kind>{' '}
        {one.label}
        <span className={style.more}>{facts}</span>
      </>
    ),
  };
}

export function issueRow(one: Issue, { report }: Messages): Row {
  return {
    id: one.id,
    kind: 'issue',
    words: `${one.quote} ${one.topic} ${one.stance.join(' ')}`,
    shown: (
      <>
        <Kind kind="issue">{joined([one.topic, ...one.stance])}</Kind>
        <span className={style.more}>{one.quote}</span>
        {one.addressedTo && (
          <span className={style.more}>
            {report.addressedTo} {one.addressedTo}
          </span>
        )}
      </>
    ),
  };
}

export function flagRow(one: Flag, { words, report, flags }: Messages, language: 'vi' | 'en'): Row {
  return {
    id: one.id,
    kind: one.certain ? 'flag' : 'unsure',
    words: `${words.kinds[one.kind]} ${one.message[language]}`,
    shown: (
      <>
        <Kind kind={one.certain ? 'flag' : 'unsure'}>{words.kinds[one.kind]}</Kind>
        <span className={style.more}>
          {joined([words.severities[one.severity], one.certain ? words.sure.certain : words.sure.unsure])}
        </span>
        {one.message[language]}
        {one.stated && one.expected && (
          <span className={style.more}>
            {report.stated} <b>{one.stated}</b>, {report.expected} <b>{one.expected}</b>
          </span>
        )}
      </>
    ),
    link: <Link href={flagAddress(one.id)}>{flags.places}</Link>,
  };
}

function Kind({ kind, children }: { kind: MarkKind; children: ReactNode }) {
  return (
    <span className={style.kind} data-kind={kind}>
      {children}
    </span>
  );
}

/** The rows of every list of a report. */
export function useRows(extraction: Extraction): Record<'citations' | 'indicators' | 'issues' | 'flags', Row[]> {
  const messages = useMessages();
  const { language } = useLanguage();
  return useMemo(
    () => ({
      citations: extraction.citations.filter(({ self }) => !self).map((one) => citationRow(one, messages)),
      indicators: extraction.indicators.map((one) => indicatorRow(one, messages)),
      issues: extraction.issues.map((one) => issueRow(one, messages)),
      flags: extraction.flags.map((one) => flagRow(one, messages, language)),
    }),
    [extraction, messages, language],
  );
}

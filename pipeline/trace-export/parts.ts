import type { CascadeNode, Directive, Trace, TraceMention } from '../../schemas/search.ts';
import { levelOf } from '../../search/derive.ts';
import { headLine, placeText, showDate } from '../cli/format.ts';
import type { Messages } from '../cli/messages/vi.ts';

/** A table of what is known of a directive, as it stands on paper and in a workbook. */
export interface Part {
  title: string;
  columns: string[];
  rows: string[][];
}

/** What it is, as lines above the tables. */
export function factsOf(directive: Directive, { trace }: Messages): string[] {
  const { type, number, issuer, date, title, spellings, mentions, reports } = directive;
  return [
    [type, number].filter(Boolean).join(' '),
    [issuer, date && showDate(date), title && `“${title}”`].filter(Boolean).join(' · '),
    `${trace.spellings}: ${spellings.join(' · ')}`,
    trace.mentions(mentions, reports),
  ].filter(Boolean);
}

/** Parts that would be empty are left out. */
export function partsOf(found: Trace, messages: Messages): Part[] {
  const { trace } = messages;
  const { columns } = trace;
  const parts: Part[] = [
    {
      title: trace.mentionsTitle,
      columns: [columns.report, columns.level, columns.verb, columns.actor, columns.quote, columns.where, columns.file],
      rows: found.mentions.map((mention) => mentionRow(mention, messages)),
    },
    {
      title: trace.cascade,
      columns: [columns.number, columns.verb, columns.for],
      rows: cascadeRows(found.cascade, found.directive?.number ?? ''),
    },
    {
      title: trace.silent,
      columns: [columns.unit, columns.level, columns.reports],
      rows: found.silent.map(({ unit, reports }) => [unit.name, trace.levels[unit.level] ?? '', String(reports)]),
    },
    {
      title: trace.timeline,
      columns: [columns.date, columns.number, columns.verb],
      rows: timelineRows(found, messages),
    },
    {
      title: trace.changes,
      columns: [columns.number, columns.verb],
      rows: found.changes.map(({ number, verb }) => [number, verb]),
    },
    {
      title: trace.related,
      columns: [columns.number, columns.mentions],
      rows: found.related.map(({ number, mentions }) => [number, String(mentions)]),
    },
    {
      title: trace.others,
      columns: [columns.number, columns.issuer],
      rows: found.others.map(({ type, number, issuer }) => [[type, number].filter(Boolean).join(' '), issuer ?? '']),
    },
  ];
  return parts.filter(({ rows }) => rows.length > 0);
}

function mentionRow(mention: TraceMention, messages: Messages): string[] {
  const { report, verb, modality, actor, place, quote } = mention;
  const { trace } = messages;
  const said = modality !== null && modality !== 'done' ? ` (${messages.modality[modality]})` : '';
  return [
    headLine(report, messages),
    trace.levels[levelOf(report) ?? 'unknown'] ?? '',
    `${verb ?? trace.citedOnly}${said}`,
    [actor, place].filter(Boolean).join(', '),
    quote,
    placeText(mention, messages),
    report.path,
  ];
}

function cascadeRows(nodes: readonly CascadeNode[], above: string): string[][] {
  return nodes.flatMap(({ number, via, children }) => [[number, via, above], ...cascadeRows(children, number)]);
}

function timelineRows({ timeline, mentions }: Trace, messages: Messages): string[][] {
  const heads = new Map(mentions.map(({ report }) => [report.id, headLine(report, messages)]));
  return timeline.map(({ date, number, verbs, report }) => [
    showDate(date),
    (report && heads.get(report)) ?? number ?? '',
    verbs.join(', ') || messages.trace.citedOnly,
  ]);
}

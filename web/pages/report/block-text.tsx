import type { Block } from '../../../schemas/document.ts';
import { useMessages } from '../language.tsx';
import type { Mark, MarkKind } from './marks.ts';
import style from './reading.module.css';
import { segmentsOf } from './segments.ts';

/** Where records of several kinds meet, the gravest is shown. */
const rank: readonly MarkKind[] = ['flag', 'unsure', 'citation', 'issue', 'indicator'];

export interface TextProps {
  block: Block;
  start: number;
  end: number;
  marks: readonly Mark[];
  /** Footnotes and endnotes whose marks stand in this block. */
  notes: readonly Block[];
}

/** A stretch of a block's text with its records marked and the marks of its notes put back. */
export function BlockText({ block, start, end, marks, notes }: TextProps) {
  const here = notes.filter(({ note }) => note && note.at >= start && note.at <= end);
  const anchors = here.map(({ note }) => ({ start: note!.at, end: note!.at }));
  return segmentsOf(start, end, marks)
    .flatMap((segment) => splitAt(segment, anchors))
    .map((segment) => {
      const text = block.text.slice(segment.start, segment.end);
      const after = here.filter(
        ({ note }) => note!.at === segment.end || (note!.at === start && segment.start === start),
      );
      const kinds = new Set(segment.marks.map(({ kind }) => kind));
      const kind = rank.find((one) => kinds.has(one));
      const records = [...new Set(segment.marks.map(({ record }) => record))].join(' ');
      return (
        <span key={segment.start}>
          {kind ? (
            <span className={`${style.record} ${style[kind]}`} data-records={records}>
              {text}
            </span>
          ) : (
            text
          )}
          {after.map((note) => (
            <NoteMark key={note.id} note={note} />
          ))}
        </span>
      );
    });
}

function splitAt(segment: { start: number; end: number; marks: Mark[] }, anchors: readonly { start: number }[]) {
  const cuts = [...new Set(anchors.map(({ start }) => start))]
    .filter((at) => at > segment.start && at < segment.end)
    .sort((a, b) => a - b);
  const ends = [...cuts, segment.end];
  return ends.map((end, i) => ({ start: i === 0 ? segment.start : ends[i - 1]!, end, marks: segment.marks }));
}

function NoteMark({ note }: { note: Block }) {
  const { report } = useMessages();
  const mark = note.note?.mark ?? '';
  return (
    <a href={`#${note.id}`} className={style.note} aria-label={report.toFootnote(mark)}>
      {mark}
    </a>
  );
}

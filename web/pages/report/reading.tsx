import { memo, type ReactNode, useEffect, useMemo, useRef } from 'react';
import type { Block } from '../../../schemas/document.ts';
import { useMessages } from '../language.tsx';
import { partsOf, useFilling } from '../parts/filling.ts';
import { BlockText } from './block-text.tsx';
import type { Mark } from './marks.ts';
import { byBlock } from './marks.ts';
import style from './reading.module.css';
import { TableBlock } from './table-block.tsx';

const none: never[] = [];
/** Blocks that stand in the page, are laid out and painted together. */
const TOGETHER = 30;
const asides = new Set(['footnote', 'endnote', 'comment', 'page-header', 'page-footer']);

interface ReadingProps {
  blocks: readonly Block[];
  marks: readonly Mark[];
  /** Kinds that are not to be marked, with blanks between. */
  hidden: string;
  /** A record or a block that the reader has turned to. */
  at: { record?: string; block?: string };
  choose: (record: string) => void;
  /** A few blocks in a frame of their own. */
  compact?: boolean;
}

/**
 * What was read, in its order. All of it comes to stand in the page, so that the browser's own search and its printing see
 * it; what is out of sight costs no layout (`content-visibility`).
 */
export function Reading({ blocks, marks, hidden, at, choose, compact = false }: ReadingProps) {
  const root = useRef<HTMLDivElement>(null);
  const parts = useMemo(() => {
    const marked = byBlock(marks);
    const notes = Map.groupBy(
      blocks.filter(({ note }) => note),
      ({ note }) => note!.block,
    );
    const inCells = Map.groupBy(
      blocks.filter(({ parent }) => parent),
      ({ parent }) => parent!.block,
    );
    const one = (block: Block): ReactNode => (
      <BlockView
        key={block.id}
        block={block}
        marks={marked.get(block.id) ?? none}
        notes={notes.get(block.id) ?? none}
        inside={inCells.get(block.id) ?? none}
        one={one}
      />
    );
    const shown = blocks
      .filter(({ parent }) => !parent)
      .map((block, i, all) => {
        const turned = block.page !== null && block.page !== all[i - 1]?.page && !asides.has(block.kind);
        return turned ? [<PageMark key={`page ${block.id}`} page={block.page!} />, one(block)] : one(block);
      });
    return partsOf(shown, TOGETHER);
  }, [blocks, marks]);
  const wanted = usePartsOf(blocks, marks, at);
  const isFilled = useFilling(parts.length, wanted);
  useTurning(root, at, choose);
  return (
    <div ref={root} className={`${style.reading} ${compact ? style.compact : ''}`} data-hide={hidden}>
      {parts.map((part, i) => (
        <Part key={i} filled={isFilled(i)} content={part} />
      ))}
    </div>
  );
}

const Part = memo(function Part({ filled, content }: { filled: boolean; content: readonly ReactNode[] }) {
  const height = `auto ${content.length * 4}rem`;
  return (
    <div className={style.part} style={{ containIntrinsicBlockSize: height }}>
      {filled && content}
    </div>
  );
});

/** The first part, and those that hold what the reader has turned to. */
function usePartsOf(blocks: readonly Block[], marks: readonly Mark[], { record, block }: ReadingProps['at']): number[] {
  const partOf = useMemo(() => {
    const tops = blocks.filter(({ parent }) => !parent).map(({ id }, i): [string, number] => [id, i]);
    const places = new Map(tops);
    // A block inside a cell stands where its table does.
    for (const { id, parent } of blocks) if (parent) places.set(id, places.get(parent.block) ?? 0);
    return (id: string): number => Math.floor((places.get(id) ?? 0) / TOGETHER);
  }, [blocks]);
  return useMemo(() => {
    const turnedTo = marks.filter((mark) => mark.record === record).map((mark) => mark.block);
    return [...new Set([0, ...[...turnedTo, ...(block ? [block] : [])].map(partOf)])];
  }, [marks, record, block, partOf]);
}

function PageMark({ page }: { page: number }) {
  const { common } = useMessages();
  return <div className={style.pageMark}>{common.page(page)}</div>;
}

interface BlockViewProps {
  block: Block;
  marks: readonly Mark[];
  notes: readonly Block[];
  inside: readonly Block[];
  one: (block: Block) => ReactNode;
}

const BlockView = memo(function BlockView({ block, marks, notes, inside, one }: BlockViewProps) {
  const { report } = useMessages();
  const { table, kind, note } = block;
  const confidence = block.ocrConfidence !== null && block.ocrConfidence < 90 && (
    <span className={style.confidence}>{report.readingConfidence(Math.round(block.ocrConfidence))}</span>
  );
  if (table)
    return (
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      <div id={block.id} className={`${style.block} ${style.scroll}`} tabIndex={0}>
        <TableBlock block={block} table={table} marks={marks} notes={notes} inside={inside} one={one} />
        {confidence}
      </div>
    );
  return (
    <p
      id={block.id}
      className={[
        style.block,
        kind === 'heading' && style.heading,
        kind === 'header' && style.header,
        asides.has(kind) && style.aside,
      ]
        .filter(Boolean)
        .join(' ')}
    >
      {note && <sup>{note.mark} </sup>}
      <BlockText block={block} start={0} end={block.text.length} marks={marks} notes={notes} />
      {confidence}
    </p>
  );
});

/** Turns to a record or block when it is chosen, and tells which record was clicked. */
function useTurning(
  root: { current: HTMLDivElement | null },
  at: ReadingProps['at'],
  choose: ReadingProps['choose'],
): void {
  useEffect(() => {
    const element = root.current;
    if (!element) return;
    for (const old of element.querySelectorAll('[data-chosen], [data-at]')) {
      old.removeAttribute('data-chosen');
      old.removeAttribute('data-at');
    }
    const places = at.record ? element.querySelectorAll(`[data-records~="${CSS.escape(at.record)}"]`) : [];
    for (const place of places) place.setAttribute('data-chosen', '');
    const block = at.block ? element.querySelector(`#${CSS.escape(at.block)}`) : null;
    block?.setAttribute('data-at', '');
    (places[0] ?? block)?.scrollIntoView({ block: 'center' });
  }, [root, at.record, at.block]);
  useEffect(() => {
    const element = root.current;
    const listen = (event: MouseEvent): void => {
      const place = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-records]') : null;
      const records = place?.dataset.records?.split(' ') ?? [];
      // Clicking again goes through the records that share the place.
      const next = place?.hasAttribute('data-chosen') ? (records.indexOf(at.record ?? '') + 1) % records.length : 0;
      if (records[next] && !String(getSelection() ?? '')) choose(records[next]);
    };
    element?.addEventListener('click', listen);
    return () => element?.removeEventListener('click', listen);
  }, [root, at.record, choose]);
}

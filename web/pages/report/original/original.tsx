import { Button } from '@mantine/core';
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Block } from '../../../../schemas/document.ts';
import { useMessages } from '../../language.tsx';
import { Icon } from '../../parts/icon.tsx';
import { Empty, Loading } from '../../parts/states.tsx';
import { byBlock, type Mark } from '../marks.ts';
import { Highlights } from './highlights.ts';

const PdfPages = lazy(() => import('./pdf-pages.tsx'));
const WordPage = lazy(() => import('./word-page.tsx'));

const WORD = /wordprocessingml|vnd\.ms-word/;

export const originalAddress = (report: string): string => `/api/reports/${report}/original`;

interface OriginalProps {
  report: string;
  mediaType: string | null;
  blocks: readonly Block[];
  marks: readonly Mark[];
  hidden: string;
  at: { record?: string; block?: string };
  choose: (record: string) => void;
}

/** The file as its author made it, with the records of the reading at their places. */
export function Original({ report, mediaType, blocks, marks, hidden, at, choose }: OriginalProps) {
  const messages = useMessages();
  const [highlights] = useState(() => new Highlights());
  const frame = useRef<HTMLDivElement>(null);
  const marked = useMemo(() => byBlock(marks), [marks]);
  const chosen = useRef(at.record);
  chosen.current = at.record;
  const show = useCallback(() => {
    const place = highlights.choose(chosen.current ?? null);
    place?.scrollIntoView({ block: 'center' });
  }, [highlights]);
  const shownPage = useCallback(
    (page: number, text: HTMLElement) => {
      // A paragraph may have begun on the page before.
      const own = blocks.filter((block) => block.page === page || block.page === page - 1);
      highlights.add(text, own, marked);
      if (chosen.current && own.some(({ id }) => marked.get(id)?.some(({ record }) => record === chosen.current)))
        show();
    },
    [blocks, marked, highlights, show],
  );
  const shownParts = useCallback(
    async (parts: Element[], pause: () => Promise<void>) => {
      await highlights.addParts(parts, blocks, marked, pause);
      show();
    },
    [blocks, marked, highlights, show],
  );
  const near = useCallback((part: Element, isNear: boolean) => highlights.near(part, isNear), [highlights]);
  const gone = useCallback((element: Element) => highlights.remove(element), [highlights]);
  useEffect(() => {
    highlights.open();
    return () => highlights.close();
  }, [highlights]);
  useEffect(() => highlights.hide(hidden), [highlights, hidden]);
  useEffect(show, [at.record, show]);
  useEffect(() => {
    const element = frame.current;
    const listen = ({ clientX, clientY }: MouseEvent): void => {
      const record = highlights.recordAt(clientX, clientY);
      if (record !== null) choose(record);
    };
    element?.addEventListener('click', listen);
    return () => element?.removeEventListener('click', listen);
  }, [highlights, choose]);
  const block = at.block ?? marks.find(({ record }) => record === at.record)?.block;
  const page = blocks.find(({ id }) => id === block)?.page ?? null;
  return (
    <div ref={frame} style={{ height: '100%' }}>
      <Suspense fallback={<Loading />}>
        {mediaType === 'application/pdf' ? (
          <PdfPages address={originalAddress(report)} page={page} shown={shownPage} gone={gone} />
        ) : mediaType && WORD.test(mediaType) ? (
          <WordPage report={report} shown={shownParts} near={near} gone={gone} />
        ) : (
          <Empty title={messages.report.noOriginal} hint={messages.report.noOriginalHint}>
            <Button
              component="a"
              href={originalAddress(report)}
              variant="default"
              leftSection={<Icon name="download" />}
            >
              {messages.report.download}
            </Button>
          </Empty>
        )}
      </Suspense>
    </div>
  );
}

import { ActionIcon } from '@mantine/core';
import { GlobalWorkerOptions, getDocument, type PDFDocumentProxy, TextLayer } from 'pdfjs-dist';
import worker from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useMessages } from '../../language.tsx';
import { Icon } from '../../parts/icon.tsx';
import { Empty, Loading } from '../../parts/states.tsx';
import style from './original.module.css';

declare const PDF_DATA: string;
GlobalWorkerOptions.workerSrc = worker;

/** Screens beyond the visible one that are drawn ahead. */
const AHEAD = '120% 0px';
const SHARPEST = 2;

interface PdfPagesProps {
  address: string;
  /** The page to turn to. */
  page: number | null;
  /** Told of each page once its text stands, and when it is taken away. */
  shown: (page: number, text: HTMLElement) => void;
  gone: (text: HTMLElement) => void;
}

interface Size {
  width: number;
  height: number;
}

/** The pages of a PDF under each other; only those near the visible ones are drawn. */
export default function PdfPages({ address, page, shown, gone }: PdfPagesProps) {
  const { report } = useMessages();
  const scroller = useRef<HTMLDivElement>(null);
  const [file, setFile] = useState<{ pdf: PDFDocumentProxy; size: Size } | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const [zoom, setZoom] = useState(1);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const task = getDocument({
      url: address,
      isEvalSupported: false,
      wasmUrl: `${PDF_DATA}wasm/`,
      standardFontDataUrl: `${PDF_DATA}standard_fonts/`,
    });
    const open = async (): Promise<void> => {
      const pdf = await task.promise;
      const { width, height } = (await pdf.getPage(1)).getViewport({ scale: 1 });
      setFile({ pdf, size: { width, height } });
    };
    open().catch((error: Error) => setFailed(error.message));
    return () => void task.destroy();
  }, [address]);
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const watch = new ResizeObserver(() => setWidth(element.clientWidth - 24));
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  useEffect(() => {
    if (file && page !== null && width > 0)
      scroller.current?.querySelector(`[data-page="${page}"]`)?.scrollIntoView({ block: 'start' });
  }, [file, page, width]);
  const scale = file && width > 0 ? (width / file.size.width) * zoom : 0;
  return (
    <div className={style.pdf}>
      <div className={style.tools}>
        <ActionIcon variant="default" aria-label={report.zoomOut} onClick={() => setZoom(Math.max(0.5, zoom / 1.25))}>
          <Icon name="minus" size={14} />
        </ActionIcon>
        <ActionIcon variant="default" aria-label={report.zoomIn} onClick={() => setZoom(Math.min(4, zoom * 1.25))}>
          <Icon name="plus" size={14} />
        </ActionIcon>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section ref={scroller} className={style.scroller} aria-label={report.original} tabIndex={0}>
        {failed !== null && <Empty title={report.pagesFailed} hint={failed} />}
        {failed === null && scale === 0 && <Loading />}
        {file &&
          scale > 0 &&
          Array.from({ length: file.pdf.numPages }, (_, i) => (
            <PdfPage
              key={i}
              pdf={file.pdf}
              number={i + 1}
              scale={scale}
              expected={file.size}
              scroller={scroller}
              shown={shown}
              gone={gone}
            />
          ))}
      </section>
    </div>
  );
}

interface PdfPageProps {
  pdf: PDFDocumentProxy;
  number: number;
  scale: number;
  /** Size of the first page: most others are like it. */
  expected: Size;
  scroller: { current: HTMLDivElement | null };
  shown: (page: number, text: HTMLElement) => void;
  gone: (text: HTMLElement) => void;
}

function PdfPage({ pdf, number, scale, expected, scroller, shown, gone }: PdfPageProps) {
  const { report } = useMessages();
  const frame = useRef<HTMLElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const text = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(false);
  const [size, setSize] = useState(expected);
  useEffect(() => {
    const watch = new IntersectionObserver(([entry]) => setNear(entry?.isIntersecting ?? false), {
      root: scroller.current,
      rootMargin: AHEAD,
    });
    if (frame.current) watch.observe(frame.current);
    return () => watch.disconnect();
  }, [scroller]);
  const draw = useCallback(
    (signal: AbortSignal) =>
      drawPage({ pdf, number, scale, canvas: canvas.current!, text: text.current!, setSize, signal }),
    [pdf, number, scale],
  );
  useEffect(() => {
    const layer = text.current;
    if (!near || !layer) return;
    const ending = new AbortController();
    draw(ending.signal).then(
      () => !ending.signal.aborted && shown(number, layer),
      () => undefined,
    );
    return () => {
      ending.abort();
      gone(layer);
      layer.replaceChildren();
    };
  }, [near, draw, number, shown, gone]);
  return (
    <figure
      ref={frame}
      className={style.page}
      data-page={number}
      aria-label={report.page(number, pdf.numPages)}
      style={{ width: size.width * scale, height: size.height * scale }}
    >
      {near && <canvas ref={canvas} className={style.canvas} aria-hidden />}
      <div ref={text} className={style.textLayer} style={{ '--total-scale-factor': scale }} />
    </figure>
  );
}

interface Drawing {
  pdf: PDFDocumentProxy;
  number: number;
  scale: number;
  canvas: HTMLCanvasElement;
  text: HTMLDivElement;
  setSize: (size: Size) => void;
  signal: AbortSignal;
}

async function drawPage({ pdf, number, scale, canvas, text, setSize, signal }: Drawing): Promise<void> {
  const page = await pdf.getPage(number);
  if (signal.aborted) return;
  const { width, height } = page.getViewport({ scale: 1 });
  setSize({ width, height });
  const sharpness = Math.min(devicePixelRatio || 1, SHARPEST);
  const viewport = page.getViewport({ scale: scale * sharpness });
  canvas.width = Math.floor(viewport.width);
  canvas.height = Math.floor(viewport.height);
  const drawing = page.render({ canvas, viewport });
  signal.addEventListener('abort', () => drawing.cancel());
  await drawing.promise;
  if (signal.aborted) return;
  const layer = new TextLayer({
    textContentSource: page.streamTextContent(),
    container: text,
    viewport: page.getViewport({ scale }),
  });
  signal.addEventListener('abort', () => layer.cancel());
  await layer.render();
}

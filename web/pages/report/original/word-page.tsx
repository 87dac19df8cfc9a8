import { useQuery } from '@tanstack/react-query';
import DOMPurify from 'dompurify';
import { useEffect, useRef } from 'react';
import { server } from '../../api/server.ts';
import { useMessages } from '../../language.tsx';
import { partsOf } from '../../parts/filling.ts';
import { pace } from '../../parts/pace.ts';
import { Awaited } from '../../parts/states.tsx';
import style from './original.module.css';

/** Text, lists, tables and notes; nothing that runs, loads, links elsewhere or brings its own looks. */
const allowed = {
  ALLOWED_TAGS: [
    ...[
      'p',
      'br',
      'strong',
      'b',
      'em',
      'i',
      'u',
      's',
      'sup',
      'sub',
      'ul',
      'ol',
      'li',
      'h1',
      'h2',
      'h3',
      'h4',
      'h5',
      'h6',
    ],
    ...['table', 'thead', 'tbody', 'tr', 'td', 'th', 'blockquote', 'span', 'div'],
  ],
  ALLOWED_ATTR: ['rowspan', 'colspan', 'start'],
};

/** Elements that are cleaned, laid out and painted together. */
const TOGETHER = 30;
/** Screens beyond the visible one whose records are marked ahead. */
const AHEAD = '120% 0px';

interface WordPageProps {
  report: string;
  /** Told once all parts of the document stand; `pause` is for those who take long over them. */
  shown: (parts: Element[], pause: () => Promise<void>) => Promise<void>;
  near: (part: Element, isNear: boolean) => void;
  gone: (part: Element) => void;
}

/** A Word document as the server renders it, cleaned once more before it is shown. */
export default function WordPage({ report, ...told }: WordPageProps) {
  const rendered = useQuery({
    queryKey: ['rendered', report],
    queryFn: () => server.reportsRenderedList(report),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return <Awaited of={rendered}>{({ html }) => <Sheet html={html} {...told} />}</Awaited>;
}

function Sheet({ html, shown, near, gone }: { html: string } & Omit<WordPageProps, 'report'>) {
  const { report } = useMessages();
  const sheet = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = sheet.current;
    if (!element) return;
    const ending = new AbortController();
    const watch = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) near(target, isIntersecting);
      },
      { root: element.parentElement, rootMargin: AHEAD },
    );
    const parts: Element[] = [];
    const show = async (): Promise<void> => {
      const pause = pace(ending.signal);
      for (const part of cleanParts(html)) {
        element.append(part);
        parts.push(part);
        watch.observe(part);
        await pause();
      }
      await shown(parts, pause);
    };
    element.replaceChildren();
    show().catch((error: Error) => {
      if (!ending.signal.aborted) throw error;
    });
    return () => {
      ending.abort();
      watch.disconnect();
      for (const part of parts) gone(part);
    };
  }, [html, shown, near, gone]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={style.scroller} aria-label={report.original} tabIndex={0}>
      <div ref={sheet} className={style.word} />
    </section>
  );
}

/** The document in parts. What is not cleaned yet lies in a document of its own, where nothing runs or loads. */
function* cleanParts(html: string): Generator<HTMLElement> {
  const nodes = [...new DOMParser().parseFromString(html, 'text/html').body.childNodes];
  for (const some of partsOf(nodes, TOGETHER)) {
    const dirty = document.implementation.createHTMLDocument().createElement('div');
    dirty.append(...some);
    const part = document.createElement('div');
    part.className = style.part ?? '';
    part.style.containIntrinsicBlockSize = `auto ${some.length * 4}rem`;
    part.append(DOMPurify.sanitize(dirty.innerHTML, { ...allowed, RETURN_DOM_FRAGMENT: true }));
    yield part;
  }
}

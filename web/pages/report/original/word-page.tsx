import { useQuery } from '@tanstack/react-query';
import DOMPurify from 'dompurify';
import { useEffect, useRef } from 'react';
import { server } from '../../api/server.ts';
import { useMessages } from '../../language.tsx';
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

interface WordPageProps {
  report: string;
  shown: (element: HTMLElement) => void;
  gone: (element: HTMLElement) => void;
}

/** A Word document as the server renders it, cleaned once more before it is shown. */
export default function WordPage({ report, shown, gone }: WordPageProps) {
  const rendered = useQuery({
    queryKey: ['rendered', report],
    queryFn: () => server.reportsRenderedList(report),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return <Awaited of={rendered}>{({ html }) => <Sheet html={html} shown={shown} gone={gone} />}</Awaited>;
}

function Sheet({ html, shown, gone }: { html: string } & Omit<WordPageProps, 'report'>) {
  const { report } = useMessages();
  const sheet = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = sheet.current;
    if (!element) return;
    element.replaceChildren(DOMPurify.sanitize(html, { ...allowed, RETURN_DOM_FRAGMENT: true }));
    shown(element);
    return () => gone(element);
  }, [html, shown, gone]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={style.scroller} aria-label={report.original} tabIndex={0}>
      <div ref={sheet} className={style.word} />
    </section>
  );
}

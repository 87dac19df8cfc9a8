import { Fragment } from 'react';

/** Text with some of its spans marked; spans are in order and do not overlap. */
export function MarkedText({ text, marks }: { text: string; marks: readonly (readonly [number, number])[] }) {
  const parts = [];
  let at = 0;
  for (const [start, end] of marks) {
    parts.push(
      <Fragment key={`t${at}`}>{text.slice(at, start)}</Fragment>,
      <mark key={start}>{text.slice(start, end)}</mark>,
    );
    at = end;
  }
  parts.push(<Fragment key="rest">{text.slice(at)}</Fragment>);
  return parts;
}

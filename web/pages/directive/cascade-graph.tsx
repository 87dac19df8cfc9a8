import { ActionIcon } from '@mantine/core';
import { type KeyboardEvent, type PointerEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { CascadeNode } from '../../../schemas/search.ts';
import { useMessages } from '../language.tsx';
import { Icon } from '../parts/icon.tsx';
import { directiveAddress } from '../routes.ts';
import style from './cascade.module.css';
import { layOut, NODE, type Placed } from './layout.ts';

interface View {
  x: number;
  y: number;
  scale: number;
}

const MOST = 3;
const STEP = 1.25;
const MARGIN = 16;

/** The papers issued for a directive as a drawing that can be moved and enlarged. */
export function CascadeGraph({ number, cascade }: { number: string; cascade: readonly CascadeNode[] }) {
  const { directives, report } = useMessages();
  const [, go] = useLocation();
  const frame = useRef<HTMLDivElement>(null);
  const drawing = useMemo(() => layOut(number, cascade), [number, cascade]);
  const [view, setView] = useState<View>({ x: MARGIN, y: MARGIN, scale: 1 });
  const dragged = useRef<{ x: number; y: number; moved: boolean } | null>(null);
  const fit = (): void => {
    const box = frame.current;
    if (!box) return;
    const scale = Math.min(
      1,
      (box.clientWidth - 2 * MARGIN) / drawing.width,
      (box.clientHeight - 2 * MARGIN) / drawing.height,
    );
    setView({ x: MARGIN, y: Math.max(MARGIN, (box.clientHeight - drawing.height * scale) / 2), scale });
  };
  useEffect(fit, [drawing]);
  /** The point under the pointer stays where it is. */
  const zoom = (factor: number, x: number, y: number): void =>
    setView((before) => {
      const scale = Math.max(0.1, Math.min(MOST, before.scale * factor));
      const real = scale / before.scale;
      return { scale, x: x - (x - before.x) * real, y: y - (y - before.y) * real };
    });
  const zoomMiddle = (factor: number): void =>
    zoom(factor, (frame.current?.clientWidth ?? 0) / 2, (frame.current?.clientHeight ?? 0) / 2);
  useEffect(() => {
    const box = frame.current;
    const wheel = (event: WheelEvent): void => {
      event.preventDefault();
      const { left, top } = box!.getBoundingClientRect();
      zoom(event.deltaY < 0 ? STEP : 1 / STEP, event.clientX - left, event.clientY - top);
    };
    box?.addEventListener('wheel', wheel, { passive: false });
    return () => box?.removeEventListener('wheel', wheel);
  });
  const onKey = (event: KeyboardEvent): void => {
    const move: Record<string, [number, number]> = {
      ArrowLeft: [60, 0],
      ArrowRight: [-60, 0],
      ArrowUp: [0, 60],
      ArrowDown: [0, -60],
    };
    const by = move[event.key];
    if (by) setView((before) => ({ ...before, x: before.x + by[0], y: before.y + by[1] }));
    else if (event.key === '+' || event.key === '=') zoomMiddle(STEP);
    else if (event.key === '-') zoomMiddle(1 / STEP);
    else if (event.key === '0') fit();
    else return;
    event.preventDefault();
  };
  const onMove = (event: PointerEvent): void => {
    const from = dragged.current;
    if (!from) return;
    const dx = event.clientX - from.x;
    const dy = event.clientY - from.y;
    if (!from.moved && Math.hypot(dx, dy) < 4) return;
    dragged.current = { x: event.clientX, y: event.clientY, moved: true };
    setView((before) => ({ ...before, x: before.x + dx, y: before.y + dy }));
  };
  const parents = new Map(drawing.nodes.map((node) => [node.path, node]));
  return (
    <div className={style.graph}>
      <div className={style.tools}>
        <ActionIcon variant="default" aria-label={report.zoomOut} onClick={() => zoomMiddle(1 / STEP)}>
          <Icon name="minus" size={14} />
        </ActionIcon>
        <ActionIcon variant="default" aria-label={report.zoomIn} onClick={() => zoomMiddle(STEP)}>
          <Icon name="plus" size={14} />
        </ActionIcon>
        <ActionIcon variant="default" aria-label={report.fit} title={report.fit} onClick={fit}>
          <Icon name="fit" size={14} />
        </ActionIcon>
      </div>
      <div
        ref={frame}
        className={style.frame}
        role="application"
        aria-label={`${directives.graphLabel(drawing.nodes.length - 1)}. ${directives.graphHint}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: moved and enlarged by keys
        tabIndex={0}
        onKeyDown={onKey}
        onPointerDown={(event) => {
          dragged.current = { x: event.clientX, y: event.clientY, moved: false };
        }}
        onPointerMove={onMove}
        onPointerUp={() => {
          dragged.current = null;
        }}
        onPointerLeave={() => {
          dragged.current = null;
        }}
      >
        <svg className={style.drawing} aria-hidden="true">
          <g transform={`translate(${view.x} ${view.y}) scale(${view.scale})`}>
            {drawing.nodes.map((node) => {
              const parent = node.parent === null ? undefined : parents.get(node.parent);
              return parent && <path key={node.path} className={style.edge} d={edge(parent, node)} />;
            })}
            {drawing.nodes.map((node) => (
              <g
                key={node.path}
                className={node.parent === null ? style.root : style.node}
                transform={`translate(${node.x} ${node.y})`}
                onPointerUp={() => {
                  if (!dragged.current?.moved && node.parent !== null) go(directiveAddress(node.number));
                }}
              >
                <title>{[node.number, node.via].filter(Boolean).join(' · ')}</title>
                <rect width={NODE.width} height={NODE.height} rx="4" />
                <text x="8" y="17">
                  {shortened(node.number)}
                </text>
              </g>
            ))}
          </g>
        </svg>
      </div>
    </div>
  );
}

function edge(from: Placed, to: Placed): string {
  const x1 = from.x + NODE.width;
  const y1 = from.y + NODE.height / 2;
  const y2 = to.y + NODE.height / 2;
  const middle = x1 + 28;
  return `M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${x1 + 56} ${y2}H${to.x}`;
}

const LONGEST = 21;
const shortened = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);

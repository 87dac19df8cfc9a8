import { useEffect, useReducer, useRef } from 'react';

/**
 * Parts of a long page that stand in it already: the wanted ones at once, the others one after the other, so that the page
 * answers meanwhile. What once stands stays.
 */
export function useFilling(total: number, wanted: readonly number[]): (part: number) => boolean {
  const filled = useRef(new Set<number>());
  const [, again] = useReducer((turn: number) => turn + 1, 0);
  for (const part of wanted) filled.current.add(part);
  useEffect(() => {
    const next = firstMissing(filled.current, total);
    if (next === total) return;
    const timer = setTimeout(() => {
      filled.current.add(next);
      again();
    });
    return () => clearTimeout(timer);
  });
  return (part) => filled.current.has(part);
}

function firstMissing(parts: ReadonlySet<number>, total: number): number {
  let part = 0;
  while (part < total && parts.has(part)) part++;
  return part;
}

/** Cuts a list into parts of so many. */
export function partsOf<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, i) => list.slice(i * size, (i + 1) * size));
}

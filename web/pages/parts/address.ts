import { useCallback, useState } from 'react';
import { useSearchParams } from 'wouter';

export type Changes = Record<string, string | readonly string[] | null>;

/** Conditions live in the address: it can be kept, sent, and gone back to. */
export function useConditions(): {
  all: URLSearchParams;
  one: (name: string) => string;
  several: (name: string) => string[];
  /** Null and empty take a condition away. Any change begins the list anew. */
  change: (changes: Changes, options?: { keepPlace?: boolean; replace?: boolean }) => void;
} {
  const [all, set] = useSearchParams();
  const [home] = useState(() => location.pathname);
  const change = useCallback(
    (changes: Changes, { keepPlace = false, replace = false } = {}) => {
      // What was typed a moment before the reader went to another page is not for that page.
      if (location.pathname !== home) return;
      set(
        (before) => {
          const next = new URLSearchParams(before);
          if (!keepPlace) next.delete('cursor');
          for (const [name, value] of Object.entries(changes)) {
            next.delete(name);
            for (const one of value === null ? [] : [value].flat()) if (one !== '') next.append(name, one);
          }
          return next;
        },
        { replace },
      );
    },
    [set, home],
  );
  return { all, one: (name) => all.get(name) ?? '', several: (name) => all.getAll(name), change };
}

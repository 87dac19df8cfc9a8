import { useCallback, useRef, useState } from 'react';
import { Problem } from '../api/problem.ts';
import { type Uploaded, upload } from './upload.ts';

export interface Sent {
  key: number;
  name: string;
  size: number;
  share: number;
  state: 'waiting' | 'sending' | Uploaded['outcome'] | 'failed';
  detail: string | null;
}

/** Two at a time keep a line busy; more would only share it. */
const TOGETHER = 2;

/** Files on their way to the server, in the order given. One that fails does not hinder the others. */
export function useSending(onSent: () => void) {
  const [files, setFiles] = useState<readonly Sent[]>([]);
  const waiting = useRef<{ key: number; file: File; collection: string }[]>([]);
  const running = useRef(0);
  const next = useRef(0);
  const change = useCallback(
    (key: number, changed: Partial<Sent>) =>
      setFiles((before) => before.map((one) => (one.key === key ? { ...one, ...changed } : one))),
    [],
  );
  const work = useCallback(async () => {
    if (running.current >= TOGETHER) return;
    running.current++;
    for (let one = waiting.current.shift(); one; one = waiting.current.shift()) {
      const { key, file, collection } = one;
      change(key, { state: 'sending' });
      try {
        const { outcome, detail } = await upload(file, collection, (share) => change(key, { share }));
        change(key, { state: outcome, detail, share: 1 });
      } catch (error) {
        change(key, { state: 'failed', detail: error instanceof Problem ? error.message : null });
      }
      onSent();
    }
    running.current--;
  }, [change, onSent]);
  const send = (given: readonly File[], collection: string): void => {
    const added = given.map((file) => ({ key: next.current++, file, collection }));
    waiting.current.push(...added);
    setFiles((before) => [
      ...before.filter(({ state }) => state !== 'queued' && state !== 'known'),
      ...added.map(
        ({ key, file }): Sent => ({
          key,
          name: nameOf(file),
          size: file.size,
          share: 0,
          state: 'waiting',
          detail: null,
        }),
      ),
    ]);
    for (let i = 0; i < TOGETHER; i++) void work();
  };
  return { files, send };
}

const nameOf = (file: File): string => file.webkitRelativePath || file.name;

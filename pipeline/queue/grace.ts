/** How long a job in hand may go on after a worker was asked to stop, unless told otherwise: below what Docker allows. */
export const GRACE_MS = 20_000;

/** A signal that comes `graceMs` after the given one: what is still in hand then is to be handed back. */
export function afterGrace(
  signal: AbortSignal | undefined,
  graceMs = GRACE_MS,
): { signal: AbortSignal; cancel(): void } {
  const late = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const start = (): void => {
    timer = setTimeout(() => late.abort(), graceMs);
  };
  if (signal?.aborted) start();
  else signal?.addEventListener('abort', start, { once: true });
  return {
    signal: late.signal,
    cancel() {
      signal?.removeEventListener('abort', start);
      clearTimeout(timer);
    },
  };
}

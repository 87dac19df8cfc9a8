/** How often a job is tried before it is given up, and how long to wait in between: alike in both homes. */
export const ATTEMPTS = 4;
export const BACKOFF_MS = 250;
/** Share of the pause that is left to chance, so that many jobs that failed together do not come back together. */
export const JITTER = 0.5;

/** The pause after so many attempts: 250 ms, 500 ms, 1 s …, less a random part. */
export function backoff(attempts: number): number {
  const longest = BACKOFF_MS * 2 ** (attempts - 1);
  return longest * (1 - JITTER * Math.random());
}

/** Less than what people notice when they scroll. */
const AT_ONCE_MS = 12;

/** To be called between the steps of long work: lets the page do what waits once it was kept for long. */
export function pace(signal: AbortSignal): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < AT_ONCE_MS) return;
    await new Promise((resolve) => setTimeout(resolve));
    signal.throwIfAborted();
    since = performance.now();
  };
}

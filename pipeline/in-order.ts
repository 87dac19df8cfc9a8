/** Works on up to `ahead` items at a time and yields the results in the order of the items; no more are held. */
export async function* inOrder<T, R>(
  items: Iterable<T> | AsyncIterable<T>,
  work: (item: T) => Promise<R>,
  ahead: number,
): AsyncGenerator<R> {
  const started: Promise<R>[] = [];
  for await (const item of items) {
    const result = work(item);
    // Somebody always awaits it below; until then a rejection must not count as unhandled.
    result.catch(() => {});
    started.push(result);
    if (started.length >= ahead) yield (await started.shift()) as R;
  }
  for (const result of started) yield await result;
}

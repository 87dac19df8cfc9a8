/** Runs what has the same key one after the other, within this process. */
export function aloneInProcess(): <T>(key: string, work: () => Promise<T>) => Promise<T> {
  const inHand = new Map<string, Promise<unknown>>();
  return async (key, work) => {
    const mine = (inHand.get(key) ?? Promise.resolve()).then(work);
    const settled = mine.catch(() => {});
    inHand.set(key, settled);
    try {
      return await mine;
    } finally {
      if (inHand.get(key) === settled) inHand.delete(key);
    }
  };
}

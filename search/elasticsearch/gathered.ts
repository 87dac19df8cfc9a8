/**
 * Asks for many at a time: what is wanted while one request is on its way goes with the next. So a request costs each of
 * many callers a share, and one caller alone waits for nobody. `work` answers each in turn, or rejects them all.
 */
export function gathered<Wanted, Answer>(
  work: (wanted: readonly Wanted[]) => Promise<readonly Answer[]>,
): (wanted: Wanted) => Promise<Answer> {
  interface Waiting {
    wanted: Wanted;
    resolve: (answer: Answer) => void;
    reject: (error: unknown) => void;
  }
  let waiting: Waiting[] = [];
  let isRunning = false;
  const run = async (): Promise<void> => {
    while (waiting.length > 0) {
      const few = waiting;
      waiting = [];
      try {
        const answers = await work(few.map(({ wanted }) => wanted));
        for (const [i, { resolve }] of few.entries()) resolve(answers[i]!);
      } catch (error) {
        for (const { reject } of few) reject(error);
      }
      // Whoever was answered just now may want something more.
      await new Promise(setImmediate);
    }
    isRunning = false;
  };
  return (wanted) =>
    new Promise((resolve, reject) => {
      waiting.push({ wanted, resolve, reject });
      if (isRunning) return;
      isRunning = true;
      // What is wanted in the same breath goes together.
      setImmediate(run);
    });
}

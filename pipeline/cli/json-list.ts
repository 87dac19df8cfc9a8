/** One JSON object on one line whose list is written as it comes, however long: `{"files":[…],"interrupted":false}`. */
export function jsonList(name: string): { add(item: unknown): void; end(rest: Record<string, unknown>): void } {
  let separator = `{${JSON.stringify(name)}:[`;
  return {
    add(item) {
      process.stdout.write(separator + JSON.stringify(item));
      separator = ',';
    },
    end(rest) {
      const opened = separator === ',' ? '' : separator;
      process.stdout.write(`${opened}],${JSON.stringify(rest).slice(1)}\n`);
    },
  };
}

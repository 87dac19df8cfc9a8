/**
 * A file that cannot be read at all: `code` is the name of the outcome ("encrypted", "corrupt", "no-pages"),
 * the message is Vietnamese, for a person. Readers throw nothing else on bad input.
 */
export class ReadError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'ReadError';
    this.code = code;
  }
}

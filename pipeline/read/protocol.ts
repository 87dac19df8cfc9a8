import type { Extraction } from '../../schemas/extraction.ts';

/** What the parent asks of a reading process: one file. */
export interface ReadTask {
  /** Where the bytes lie. */
  path: string;
  /** The name to carry in the extraction; the path as the user gave it. */
  source: string;
  maxPages: number;
  maxBytes: number;
}

/** What the reading process answers; exactly one `done` or `failed` a task. */
export type ReadMessage =
  | { type: 'progress'; page: number; pages: number }
  | { type: 'done'; extraction: Extraction }
  /** A bug of ours: the stack goes to the log. */
  | { type: 'failed'; stack: string };

import type { Extraction } from '../../schemas/extraction.ts';

/** What the parent asks of a reading process: one file. */
export interface ReadTask {
  /** Where the bytes lie. */
  path: string;
  /** The name to carry in the extraction; the path as the user gave it. */
  source: string;
  maxPages: number;
  maxBytes: number;
  /** How many pages may be read off their pictures, and how long each may take; null: none is. */
  ocr: { pages: number; pageSeconds: number } | null;
}

/** What the reading process answers; exactly one `done` or `failed` a task. */
export type ReadMessage =
  | { type: 'progress'; page: number; pages: number }
  /** So many pages have been or are being read off their pictures; said again and again while one is. */
  | { type: 'scan'; pages: number }
  | { type: 'done'; extraction: Extraction }
  /** A bug of ours: the stack goes to the log. */
  | { type: 'failed'; stack: string };

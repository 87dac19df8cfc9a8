import type { Recognise } from '../../../extractors/ocr/read-scan.ts';

/** A program that reads pictures of text: one picture at a time. */
export interface Engine {
  recognise: Recognise;
  /** Ends whatever it is doing; the next picture starts it anew. */
  stop(): Promise<void>;
}

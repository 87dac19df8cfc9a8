import type { IngestEvent } from '../../../pipeline/ingest.ts';
import type { Settings } from '../../../schemas/settings.ts';

/** To the process that ingests. */
export type ToChild = { type: 'start'; settings: Settings } | { type: 'stop' };

/** From it: what becomes of files, and why it could not go on. */
export type FromChild = IngestEvent | { type: 'trouble'; message: string };

import { hash } from 'node:crypto';

/**
 * Identifiers are derived, never drawn: the same file read twice gives the same ids.
 * `kind` is the kind of record ("citation"), `extra` tells two records of one span apart ("217 và 218" is two citations).
 */
export function recordId(
  file: string,
  kind: string,
  span: { block: string; start: number; end: number },
  extra = '',
): string {
  return hash('sha256', [file, kind, span.block, span.start, span.end, extra].join('\u0000')).slice(0, 16);
}

import type { Citation } from '../../schemas/citation.ts';
import type { ComparedReport } from './compared-figure.ts';

/** A dated, coded or signed mention of a directive, ready to be set beside those of other reports. */
export interface ComparedDirective {
  report: ComparedReport;
  mention: Pick<Citation, 'number' | 'type' | 'issuer' | 'date' | 'title' | 'quote' | 'block' | 'start' | 'end'>;
  /** `system|scope|issuer|type|ordinal|time` */
  identity: string;
}

export function comparedDirectives(citations: readonly Citation[], report: ComparedReport): ComparedDirective[] {
  return citations.flatMap((citation): ComparedDirective[] => {
    const { number, type, issuer, date, title, quote, block, start, end, directive } = citation;
    if (directive === null || number === null || citation.shorthand || citation.self) return [];
    return [{ report, mention: { number, type, issuer, date, title, quote, block, start, end }, identity: directive }];
  });
}

/** `directive:` keys bring together the mentions of one paper, `ordinal:` those of one number under any letters. */
export function keysOfDirective({ identity }: ComparedDirective): string[] {
  const [system, scope, issuer, , ordinal] = identity.split('|');
  const keys = [`directive:${identity}`];
  if (ordinal !== undefined) keys.push(`ordinal:${system}|${scope}|${issuer}|${ordinal}`);
  return keys;
}

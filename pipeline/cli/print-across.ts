import type { CrossFlag } from '../../search/port.ts';
import { paint, shortId } from './format.ts';
import { printFlag } from './print-flag.ts';
import type { Session } from './session.ts';

/** What reports in the store say against each other, each place under the name of its report. */
export function printAcross(session: Session, flags: readonly CrossFlag[]): void {
  if (flags.length === 0) return;
  session.print(paint('bold', session.messages.check.across));
  for (const flag of flags) {
    printFlag(session, flag, flag.reports.map(({ id }) => shortId(id)).join(' ↔ '), flag.reports);
    session.print();
  }
}

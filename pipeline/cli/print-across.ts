import type { CrossFlag } from '../../search/port.ts';
import { paint, shortId } from './format.ts';
import { printFlag } from './print-flag.ts';
import type { Session } from './session.ts';

/** What reports in the store say against each other, each place under the name of its report; `more` is told below it. */
export function printAcross<F extends CrossFlag>(
  session: Session,
  flags: readonly F[],
  more: (flag: F) => void = () => {},
): void {
  if (flags.length === 0) return;
  session.print(paint('bold', session.messages.check.across));
  for (const flag of flags) {
    printFlag(session, flag, flag.reports.map(({ id }) => shortId(id)).join(' ↔ '), flag.reports);
    more(flag);
    session.print();
  }
}

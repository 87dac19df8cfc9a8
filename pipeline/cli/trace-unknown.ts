import type { Directive } from '../../schemas/search.ts';
import { isResolved } from '../../search/identity.ts';
import type { Store } from '../../search/port.ts';
import { paint } from './format.ts';
import { everybody, type Session } from './session.ts';

const PAGE = 500;
/** Checks that compare what reports say of one document. */
const CONFLICTS = ['directive-identity', 'issuer-code'];

/**
 * Documents that the reports leave in doubt: numbers met only once (a slip of the pen looks like this), numbers of bodies
 * that nothing tells, and those of which reports say different things.
 */
export async function printUnknown(
  { messages, settings, json, print, printJson }: Session,
  store: Store,
): Promise<undefined> {
  const all: Directive[] = [];
  for (let offset = 0; ; offset += PAGE) {
    const { directives, total } = await store.directives(everybody, {}, { offset, limit: PAGE });
    all.push(...directives);
    if (all.length >= total || directives.length === 0) break;
  }
  const unresolved = all.filter(({ identity }) => !isResolved(identity));
  const once = all.filter((directive) => directive.mentions === 1 && isResolved(directive.identity));
  const conflicts = [];
  for (const kind of CONFLICTS) {
    const { records } = await store.list(everybody, 'flags', { kind }, { offset: 0, limit: PAGE });
    conflicts.push(...records);
  }
  if (json) {
    printJson({ once, unresolved, conflicts });
    return undefined;
  }
  const part = (title: string, directives: readonly Directive[]): void => {
    print(paint('bold', `${title}: ${directives.length}`));
    for (const { number, type, issuer } of directives) print(`  ${[number, type, issuer].filter(Boolean).join(' · ')}`);
    print();
  };
  part(messages.trace.once, once);
  part(messages.trace.unresolved, unresolved);
  print(paint('bold', `${messages.trace.conflicts}: ${conflicts.length}`));

  for (const { message, report } of conflicts) print(`  ${message[settings.lang]} (${report.number ?? report.path})`);
  if (conflicts.length === 0) print(`  ${messages.trace.noConflicts}`);
  return undefined;
}

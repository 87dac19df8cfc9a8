import { AccountName, type CollectionRule, Role } from '../../../schemas/account.ts';
import { listCollections, openCollection, restrictCollection } from '../../people/collections.ts';
import type { CommandBody } from '../command-body.ts';
import { UsageError } from '../failure.ts';
import { oneOf } from '../paging.ts';
import { openSession, type Session, withStore } from '../session.ts';
import { renderTable } from '../table.ts';

const collections: CommandBody = async (messages, [action = 'list', collection], options) => {
  const session = openSession(messages, options);
  const { json, print, printJson } = session;
  if (action === 'list') {
    const all = await withStore(session, ({ people, store }) => listCollections(people, store.ledger));
    if (json) printJson({ collections: all });
    else printCollections(session, all);
    return undefined;
  }
  if (action !== 'restrict' && action !== 'open') throw new UsageError(messages.collections.actions);
  if (!collection) throw new UsageError(messages.collections.needsName);
  if (action === 'open') {
    await withStore(session, ({ people }) => openCollection(people, collection));
    if (json) printJson({ collection, rule: null });
    else print(messages.collections.opened(collection));
    return undefined;
  }
  const rule = {
    collection,
    roles: listOf(options.roles).map((role) => oneOf(Role.options, role, '--roles')),
    accounts: listOf(options.accounts).map((name) => {
      const account = AccountName.safeParse(name);
      if (!account.success) throw new UsageError(messages.accounts.problems['bad-name']);
      return account.data;
    }),
    audited: options.audited === true,
  };
  await withStore(session, ({ people }) => restrictCollection(people, rule));
  if (json) printJson({ collection, rule });
  else print(messages.collections.restricted(collection));
  return undefined;
};

function listOf(value: string | boolean | undefined): string[] {
  return typeof value === 'string'
    ? value
        .split(',')
        .map((part) => part.trim())
        .filter(Boolean)
    : [];
}

function printCollections(
  { print, messages }: Session,
  all: readonly { collection: string; rule: CollectionRule | null }[],
): void {
  const { columns, everybody, administrators, none, yes } = messages.collections;
  if (all.length === 0) {
    print(none);
    return;
  }
  const who = (rule: CollectionRule | null): string => {
    if (!rule) return everybody;
    const named = [...rule.roles.map((role) => messages.accounts.roles[role]), ...rule.accounts];
    return named.join(', ') || administrators;
  };
  const table = renderTable(
    [
      { title: columns.name, min: 16 },
      { title: columns.who, min: 20 },
      { title: columns.audited, min: 8 },
    ],
    all.map(({ collection, rule }) => [collection, who(rule), rule?.audited ? yes : '']),
  );
  for (const line of table) print(line);
}

export default collections;

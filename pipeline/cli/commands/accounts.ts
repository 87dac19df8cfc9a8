import { type Account, Role } from '../../../schemas/account.ts';
import { openHome } from '../../compose.ts';
import { addAccount, changeAccount, listAccounts, setPassword } from '../../people/accounts.ts';
import { askNewPassword } from '../ask-password.ts';
import type { CommandBody } from '../command-body.ts';
import { UsageError } from '../failure.ts';
import { oneOf } from '../paging.ts';
import { openSession, type Session } from '../session.ts';
import { renderTable } from '../table.ts';

const accounts: CommandBody = async (messages, [action, name], options) => {
  const session = openSession(messages, options);
  if (action === 'list') {
    const all = await withPeople(session, listAccounts);
    if (session.json) session.printJson({ accounts: all });
    else printAccounts(session, all);
    return undefined;
  }
  if (action === undefined || !['add', 'disable', 'enable', 'password'].includes(action))
    throw new UsageError(messages.accounts.actions);
  if (name === undefined) throw new UsageError(messages.accounts.needsName);
  if (action === 'add') {
    if (options.role === undefined) throw new UsageError(messages.accounts.needsRole);
    const role = oneOf(Role.options, options.role, '--role');
    const displayName = typeof options.name === 'string' ? options.name : undefined;
    const wanted = { name, displayName, role, confined: options.confined === true };
    const password = await askNewPassword(session);
    const added = await withPeople(session, (people) => addAccount(people, { ...wanted, password }, new Date()));
    if (session.json) session.printJson(added);
    else session.print(messages.accounts.added(added.name));
    return undefined;
  }
  if (action === 'password') {
    const password = await askNewPassword(session);
    await withPeople(session, (people) => setPassword(people, name, password));
  } else await withPeople(session, (people) => changeAccount(people, name, { disabled: action === 'disable' }));
  if (session.json) session.printJson({ changed: name });
  else session.print(messages.accounts.changed(name));
  return undefined;
};

type People = Awaited<ReturnType<typeof openHome>>['people'];

async function withPeople<T>({ settings }: Session, use: (people: People) => Promise<T>): Promise<T> {
  const home = await openHome(settings);
  try {
    return await use(home.people);
  } finally {
    await home.close();
  }
}

function printAccounts({ print, messages: { accounts } }: Session, all: readonly Account[]): void {
  if (all.length === 0) {
    print(accounts.none);
    return;
  }
  const { columns } = accounts;
  const rows = all.map(({ name, displayName, role, disabled, confined }) => [
    name,
    displayName,
    accounts.roles[role],
    [disabled ? accounts.disabled : accounts.active, ...(confined ? [accounts.confined] : [])].join(', '),
  ]);
  const titles = [columns.name, columns.displayName, columns.role, columns.state];
  for (const line of renderTable(
    titles.map((title) => ({ title, min: 10 })),
    rows,
  ))
    print(line);
}

export default accounts;

import { Tabs } from '@mantine/core';
import { useMay, useSession } from '../api/session.ts';
import { useMessages } from '../language.tsx';
import { useConditions } from '../parts/address.ts';
import { Empty } from '../parts/states.tsx';
import { useTitle } from '../parts/title.ts';
import { Accounts } from './accounts.tsx';
import { Audit } from './audit.tsx';
import { Collections } from './collections.tsx';
import { Password } from './password.tsx';
import { Tokens } from './tokens.tsx';

const parts = {
  accounts: Accounts,
  collections: Collections,
  tokens: Tokens,
  password: Password,
  audit: Audit,
} as const;
type Part = keyof typeof parts;

/** Who may use the store, and what was read. */
export default function PeoplePage() {
  const { people } = useMessages();
  const { one, change } = useConditions();
  useTitle(people.title);
  const session = useSession().data;
  const administers = useMay('administrator');
  const open = (Object.keys(parts) as Part[]).filter(
    (name) =>
      (administers || name === 'tokens' || name === 'password') && (session?.hasAccounts || name === 'collections'),
  );
  const tab = open.find((name) => name === one('tab')) ?? open[0];
  return (
    <>
      <h1>{people.title}</h1>
      {session && !session.hasAccounts && <p>{people.local}</p>}
      {tab === undefined ? (
        <Empty title={people.forbidden} />
      ) : (
        <Tabs value={tab} onChange={(next) => change({ tab: next })} keepMounted={false}>
          <Tabs.List mb="md">
            {open.map((name) => (
              <Tabs.Tab key={name} value={name}>
                {people.tabs[name]}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          {open.map((name) => {
            const Part = parts[name];
            return (
              <Tabs.Panel key={name} value={name}>
                <Part />
              </Tabs.Panel>
            );
          })}
        </Tabs>
      )}
    </>
  );
}

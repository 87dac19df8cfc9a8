import { ActionIcon, AppShell, Burger, Menu, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { type ReactNode, useEffect } from 'react';
import { Link, useLocation } from 'wouter';
import { useLanguage } from '../language.tsx';
import type { Messages } from '../messages/vi.ts';
import { Icon, type IconName } from '../parts/icon.tsx';
import { routes } from '../routes.ts';
import { Account } from './account.tsx';
import { KeysHelp } from './keys-help.tsx';
import style from './shell.module.css';

const pages: { name: keyof Messages['shell']['nav'] & IconName; to: string }[] = [
  { name: 'search', to: routes.search },
  { name: 'reports', to: routes.reports },
  { name: 'directives', to: routes.directives },
  { name: 'figures', to: routes.figures },
  { name: 'flags', to: routes.flags },
  { name: 'issues', to: routes.issues },
  { name: 'ingest', to: routes.ingest },
  { name: 'people', to: routes.people },
];

/** The frame around every page: where one is, where one can go, who one is. */
export function Shell({ children }: { children: ReactNode }) {
  const { messages, language, speak } = useLanguage();
  const { shell } = messages;
  const [open, { toggle, close }] = useDisclosure();
  const [path] = useLocation();
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme('light');
  useEffect(close, [path]);
  return (
    <AppShell
      header={{ height: 48 }}
      navbar={{ width: 188, breakpoint: 'sm', collapsed: { mobile: !open } }}
      padding="md"
    >
      <a className={style.skip} href="#main">
        {shell.skip}
      </a>
      <AppShell.Header className={style.chrome}>
        <div className={style.bar}>
          <Burger opened={open} onClick={toggle} hiddenFrom="sm" size="sm" aria-label={shell.menu} />
          <Link href={routes.search} className={style.name}>
            {shell.name}
          </Link>
          <span className={style.grow} />
          <KeysHelp />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={scheme === 'dark' ? shell.light : shell.dark}
            title={scheme === 'dark' ? shell.light : shell.dark}
            onClick={() => setColorScheme(scheme === 'dark' ? 'light' : 'dark')}
          >
            <Icon name={scheme === 'dark' ? 'sun' : 'moon'} />
          </ActionIcon>
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon variant="subtle" color="gray" aria-label={shell.account} title={shell.account}>
                <Icon name="people" />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Account />
              <Menu.Item lang={language === 'vi' ? 'en' : 'vi'} onClick={() => speak(language === 'vi' ? 'en' : 'vi')}>
                {language === 'vi' ? shell.english : shell.vietnamese}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </div>
      </AppShell.Header>
      <AppShell.Navbar p="xs" className={style.chrome} aria-label={shell.navigation}>
        {pages.map(({ name, to }) => (
          <Link
            key={to}
            href={to}
            className={style.link}
            aria-current={(to === '/' ? path === '/' : path.startsWith(to)) ? 'page' : undefined}
          >
            <Icon name={name} />
            {shell.nav[name]}
          </Link>
        ))}
      </AppShell.Navbar>
      <AppShell.Main id="main" tabIndex={-1} className={style.main}>
        {children}
      </AppShell.Main>
    </AppShell>
  );
}

import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../lib/api.ts';
import { errorText } from '../lib/errors.ts';
import { notify } from '../lib/notices.ts';
import { useGo } from '../lib/place.ts';
import { languages, type ThemeChoice, usePreferences } from '../lib/preferences.ts';
import { sessionQuery, useMe } from '../lib/session.ts';
import { DeskIcon, InfoIcon, KeyIcon, LanguageIcon, LogoutIcon, MoonIcon, SunIcon } from '../ui/icons.tsx';
import { Menu, type MenuEntry } from '../ui/Menu.tsx';

const themes: readonly { readonly choice: ThemeChoice; readonly icon: MenuEntry['icon'] }[] = [
  { choice: 'light', icon: <SunIcon size={16} /> },
  { choice: 'dark', icon: <MoonIcon size={16} /> },
  { choice: 'system', icon: <DeskIcon size={16} /> },
];

/** Who is at the desk, and what they may set for themselves. */
export const AccountMenu = ({ onShowKeys }: { readonly onShowKeys: () => void }) => {
  const { t } = useTranslation();
  const me = useMe();
  const go = useGo();
  const logOut = useLogOut();
  const { theme, setTheme, language, setLanguage } = usePreferences();
  if (!me) return null;
  const role = t(`common.role.${me.role}`);
  return (
    <Menu
      label={t('common.account.menu', { name: me.displayName })}
      button={[...new Set([me.displayName, role])].join(' · ')}
      groups={[
        {
          title: t('common.theme.title'),
          entries: themes.map(({ choice, icon }) => ({
            id: choice,
            icon,
            label: t(`common.theme.${choice}`),
            checked: theme === choice,
            perform: () => setTheme(choice),
          })),
        },
        {
          title: t('common.language.title'),
          entries: languages.map((code) => ({
            id: code,
            icon: <LanguageIcon size={16} />,
            label: t(`common.language.${code}`),
            checked: language === code,
            perform: () => setLanguage(code),
          })),
        },
        {
          entries: [
            { id: 'keys', icon: <InfoIcon size={16} />, label: t('common.account.keys'), perform: onShowKeys },
            {
              id: 'password',
              icon: <KeyIcon size={16} />,
              label: t('common.account.password'),
              perform: () => go('/password'),
            },
            {
              id: 'logout',
              icon: <LogoutIcon size={16} />,
              label: t('common.account.logout'),
              perform: () => void logOut(),
            },
          ],
        },
      ]}
    />
  );
};

const useLogOut = (): (() => Promise<void>) => {
  const { t } = useTranslation();
  const client = useQueryClient();
  return async () => {
    try {
      await api.session.logout({});
    } catch (error) {
      notify(errorText(error, t), { tone: 'red' });
      return;
    }
    location.hash = '#/';
    await client.resetQueries({ queryKey: sessionQuery().queryKey });
    client.removeQueries({ predicate: (query) => query.getObserversCount() === 0 });
  };
};

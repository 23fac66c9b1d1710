import { useTranslation } from 'react-i18next';
import { languages, type ThemeChoice, usePreferences } from '../../lib/preferences.ts';
import { Chip } from '../../ui/Chip.tsx';
import { DeskIcon, MoonIcon, SunIcon } from '../../ui/icons.tsx';
import { Panel } from '../../ui/Panel.tsx';

const themes: readonly { readonly choice: ThemeChoice; readonly Icon: typeof SunIcon }[] = [
  { choice: 'light', Icon: SunIcon },
  { choice: 'dark', Icon: MoonIcon },
  { choice: 'system', Icon: DeskIcon },
];

/** How this computer shows the desk. */
export const AppearanceSettings = () => {
  const { t } = useTranslation();
  const { theme, setTheme, language, setLanguage } = usePreferences();
  return (
    <Panel title={t('settings.section.appearance')}>
      <div className="settings-form">
        <p className="quiet">{t('settings.appearance.themeText')}</p>
        <h3>{t('common.theme.title')}</h3>
        <div className="chips">
          {themes.map(({ choice, Icon }) => (
            <Chip key={choice} icon={<Icon size={14} />} pressed={theme === choice} onPress={() => setTheme(choice)}>
              {t(`common.theme.${choice}`)}
            </Chip>
          ))}
        </div>
        <h3>{t('common.language.title')}</h3>
        <div className="chips">
          {languages.map((code) => (
            <Chip key={code} pressed={language === code} onPress={() => setLanguage(code)}>
              {t(`common.language.${code}`)}
            </Chip>
          ))}
        </div>
      </div>
    </Panel>
  );
};

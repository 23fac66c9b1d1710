import './session.css';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { languages, type ThemeChoice, usePreferences } from '../../lib/preferences.ts';
import { Chip } from '../../ui/Chip.tsx';

const themes: readonly ThemeChoice[] = ['light', 'dark', 'system'];

/** The page before the desk: the name on the left, one card, language and theme at the foot. */
export const DoorPage = ({ title, children }: { readonly title: ReactNode; readonly children: ReactNode }) => {
  const { t } = useTranslation();
  const { theme, setTheme, language, setLanguage } = usePreferences();
  return (
    <div className="door">
      <div className="door-side">
        <div className="door-mark">{t('common.appName')}</div>
        <p>{t('session.tagline')}</p>
      </div>
      <main className="door-main">
        <div className="door-card">
          <h1>{title}</h1>
          {children}
        </div>
        <div className="door-foot">
          {languages.map((code) => (
            <Chip key={code} pressed={language === code} onPress={() => setLanguage(code)}>
              {t(`common.language.${code}`)}
            </Chip>
          ))}
          <span className="door-gap" />
          {themes.map((choice) => (
            <Chip key={choice} pressed={theme === choice} onPress={() => setTheme(choice)}>
              {t(`common.theme.${choice}`)}
            </Chip>
          ))}
        </div>
      </main>
    </div>
  );
};

import { QueryClientProvider } from '@tanstack/react-query';
import { ConfigProvider } from 'antd';
import type { Locale } from 'antd/es/locale';
import { useEffect, useState } from 'react';
import { showLanguage } from '../i18n/index.ts';
import { type Language, onSystemTheme, shownTheme, usePreferences } from '../lib/preferences.ts';
import { ChevronDownIcon } from '../ui/icons.tsx';
import { CrashBoundary } from './CrashBoundary.tsx';
import { Gate } from './Gate.tsx';
import { queryClient } from './queryClient.ts';
import { antdThemeOf, applyTheme } from './theme.ts';

/** The desk: theme, language and data around whatever page the Gate lets through. */
export const App = () => {
  const theme = useShownTheme();
  const locale = useAntdLocale();
  return (
    <QueryClientProvider client={queryClient}>
      <ConfigProvider
        theme={antdThemeOf(theme)}
        button={{ autoInsertSpace: false }}
        // antd's own icons are read out by their English names
        select={{ suffixIcon: <ChevronDownIcon size={14} /> }}
        {...(locale === undefined ? {} : { locale })}
      >
        <CrashBoundary>
          <Gate />
        </CrashBoundary>
      </ConfigProvider>
    </QueryClientProvider>
  );
};

const useShownTheme = () => {
  const choice = usePreferences((state) => state.theme);
  const [shown, setShown] = useState(() => shownTheme(choice));
  useEffect(() => {
    const show = (): void => {
      const name = shownTheme(choice);
      applyTheme(name);
      setShown(name);
    };
    show();
    return choice === 'system' ? onSystemTheme(show) : undefined;
  }, [choice]);
  return shown;
};

/** antd's own words (empty table, calendar); fetched after the first paint, for no first page needs them. */
const useAntdLocale = (): Locale | undefined => {
  const language = usePreferences((state) => state.language);
  const [locale, setLocale] = useState<Locale>();
  useEffect(() => {
    let current = true;
    void Promise.all([loadLocale(language), showLanguage(language)]).then(([loaded]) => {
      if (current) setLocale(loaded);
    });
    return () => {
      current = false;
    };
  }, [language]);
  return locale;
};

const loadLocale = async (language: Language): Promise<Locale> => {
  const { default: dayjs } = await import('dayjs');
  switch (language) {
    case 'zh-CN': {
      const [{ default: locale }] = await Promise.all([import('antd/es/locale/zh_CN'), import('dayjs/locale/zh-cn')]);
      dayjs.locale('zh-cn');
      return locale;
    }
    case 'en': {
      const { default: locale } = await import('antd/es/locale/en_US');
      dayjs.locale('en');
      return locale;
    }
  }
};

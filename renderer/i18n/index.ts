import i18next, { type ParseKeys } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '../lib/preferences.ts';
import { zhCN } from './zh-CN/index.ts';

/**
 * All text of the desk. zh-CN is the source and always there; en is fetched when asked for. A file per part in
 * `zh-CN/<part>.ts` and `en/<part>.ts`; keys read `part.key`: `t('customers.title')`. A missing English text is a compile
 * error. English may add `key_one` beside a key that takes `count`.
 */
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof zhCN };
  }
}

/** A key of the text tree, for what names a text without showing it (commands, nav entries). */
export type TextKey = ParseKeys<'translation'>;

export const startI18n = async (language: Language): Promise<void> => {
  await i18next.use(initReactI18next).init({
    lng: 'zh-CN',
    fallbackLng: 'zh-CN',
    resources: { 'zh-CN': { translation: zhCN } },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  await showLanguage(language);
};

/** Switches every text at run time. */
export const showLanguage = async (language: Language): Promise<void> => {
  if (language === 'en' && !i18next.hasResourceBundle('en', 'translation')) {
    const { en } = await import('./en/index.ts');
    i18next.addResourceBundle('en', 'translation', en);
  }
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
};

import i18next, { type TFunction } from 'i18next';
import { en } from '../../renderer/i18n/en/index.ts';
import { zhCN } from '../../renderer/i18n/zh-CN/index.ts';
import type { Language } from '../../renderer/lib/preferences.ts';

const texts = i18next.createInstance();
await texts.init({
  lng: 'zh-CN',
  resources: { 'zh-CN': { translation: zhCN }, en: { translation: en } },
  interpolation: { escapeValue: false },
});

/** What the desk says in a language, by the keys that its screens use. */
export const textsIn = (language: Language): TFunction => texts.getFixedT(language);

/** 中文 */
export const zh = textsIn('zh-CN');

/** True where the desk has words for a key that only data knows. */
export const hasText = (key: string): boolean => texts.exists(key, { lng: 'zh-CN', fallbackLng: 'zh-CN' });

/** A text as a pattern that matches it to the letter. */
export const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Some text of the desk as a pattern with anything in place of its `{{values}}`. */
export const pattern = (text: string): RegExp =>
  new RegExp(
    text
      .split(/\{\{\w+\}\}/)
      .map(literal)
      .join('.+'),
  );

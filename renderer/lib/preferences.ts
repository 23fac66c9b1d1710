import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';

export type ThemeChoice = 'light' | 'dark' | 'system';
export type ThemeName = 'light' | 'dark';
export type Language = 'zh-CN' | 'en';
export const languages: readonly Language[] = ['zh-CN', 'en'];

interface Preferences {
  readonly theme: ThemeChoice;
  readonly language: Language;
  readonly setTheme: (theme: ThemeChoice) => void;
  readonly setLanguage: (language: Language) => void;
}

/** Only what this version understands of what an older or newer one has kept. */
const known = (kept: unknown): Partial<Pick<Preferences, 'theme' | 'language'>> => {
  if (typeof kept !== 'object' || kept === null) return {};
  const { theme, language } = kept as Record<string, unknown>;
  return {
    ...(theme === 'light' || theme === 'dark' || theme === 'system' ? { theme } : {}),
    ...(language === 'zh-CN' || language === 'en' ? { language } : {}),
  };
};

/** What this desk (not this person) prefers; kept in the browser's own storage. */
export const usePreferences = create<Preferences>()(
  persist(
    (set) => ({
      theme: 'system',
      language: 'zh-CN',
      setTheme: (theme) => set({ theme }),
      setLanguage: (language) => set({ language }),
    }),
    {
      name: 'caredesk.preferences',
      storage: createJSONStorage(() => localStorage),
      partialize: ({ theme, language }) => ({ theme, language }),
      merge: (kept, fresh) => ({ ...fresh, ...known(kept) }),
    },
  ),
);

const darkSystem = (): MediaQueryList | undefined =>
  typeof matchMedia === 'function' ? matchMedia('(prefers-color-scheme: dark)') : undefined;

export const shownTheme = (choice: ThemeChoice): ThemeName => {
  if (choice !== 'system') return choice;
  return darkSystem()?.matches ? 'dark' : 'light';
};

/** Calls back when the system turns light or dark. */
export const onSystemTheme = (listener: () => void): (() => void) => {
  const media = darkSystem();
  media?.addEventListener('change', listener);
  return () => media?.removeEventListener('change', listener);
};

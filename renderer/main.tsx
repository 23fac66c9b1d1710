import '@fontsource-variable/noto-sans-sc/index.css';
import './app/base.css';
import './ui/ui.css';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { followShell } from './app/followShell.ts';
import { applyTheme } from './app/theme.ts';
import { startI18n } from './i18n/index.ts';
import { shownTheme, usePreferences } from './lib/preferences.ts';
import { shell } from './lib/shell.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

const { theme, language } = usePreferences.getState();
applyTheme(shownTheme(theme));
if (shell) followShell(shell);
void startI18n(language).then(() => createRoot(root).render(<App />));

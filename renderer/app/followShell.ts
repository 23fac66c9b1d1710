import type { ShellBridge } from '../../db/contract/shell.ts';
import { usePreferences } from '../lib/preferences.ts';

/** Goes where the shell's menu says, and tells it the desk's language. */
export const followShell = (shell: ShellBridge): void => {
  shell.onGo((path) => {
    if (/^\/[\w/-]*$/.test(path)) location.hash = `#${path}`;
  });
  shell.setLanguage(usePreferences.getState().language);
  usePreferences.subscribe(({ language }, before) => {
    if (language !== before.language) shell.setLanguage(language);
  });
};

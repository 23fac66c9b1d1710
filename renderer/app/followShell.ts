import type { ShellBridge } from '../../db/contract/shell.ts';
import { usePreferences } from '../lib/preferences.ts';

/** Tells the shell the desk's language, for its menu; what the menu asks for is done in useMenuCommands.ts. */
export const followShell = (shell: ShellBridge): void => {
  shell.setLanguage(usePreferences.getState().language);
  usePreferences.subscribe(({ language }, before) => {
    if (language !== before.language) shell.setLanguage(language);
  });
};

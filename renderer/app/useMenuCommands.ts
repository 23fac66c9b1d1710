import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { notify } from '../lib/notices.ts';
import { useMay } from '../lib/session.ts';
import { shell } from '../lib/shell.ts';
import type { Perform } from './feature.ts';
import { commands } from './features.ts';

/** Does what the shell's menu asks for: the same commands as by key, and only what this person may. */
export const useMenuCommands = (perform: Perform): void => {
  const { t } = useTranslation();
  const may = useMay();
  const latest = useRef<(id: string) => void>(undefined);
  useEffect(() => {
    latest.current = (id) => {
      const command = commands.find((one) => one.id === id);
      if (!command) return;
      if (may(command.roles)) perform(command);
      else notify(t('common.forbidden.title'), { tone: 'amber' });
    };
  });
  useEffect(() => shell?.onCommand((id) => latest.current?.(id)), []);
};

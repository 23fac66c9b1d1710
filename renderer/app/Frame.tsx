import './frame.css';
import { Outlet, useRouter } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useConnected } from '../lib/changes.ts';
import { type Hotkey, useHotkeys } from '../lib/hotkeys.ts';
import { useGo, usePath } from '../lib/place.ts';
import { useMay } from '../lib/session.ts';
import { warmFonts } from '../lib/warmFonts.ts';
import { Chip } from '../ui/Chip.tsx';
import { WarningIcon } from '../ui/icons.tsx';
import { AccountMenu } from './AccountMenu.tsx';
import type { Command } from './feature.ts';
import { commands, isHere } from './features.ts';
import { KeyList } from './KeyList.tsx';
import { NoticeBar } from './NoticeBar.tsx';
import { OneBox } from './OneBox.tsx';
import { SideBar } from './SideBar.tsx';

/** ms after which 今日 is surely there */
const warmAfter = 1_500;

/** Side bar, one box, who is at the desk, and one screen. */
export const Frame = () => {
  const { t } = useTranslation();
  const [keysShown, setKeysShown] = useState(false);
  const active = useActiveCommands();
  const perform = usePerform();
  const connected = useConnected((state) => state.connected);

  useEffect(() => {
    const timer = setTimeout(() => void warmFonts(), warmAfter);
    return () => clearTimeout(timer);
  }, []);

  useHotkeys({
    ...Object.fromEntries(
      active
        .filter((command) => command.key !== undefined)
        .map((command): [Hotkey, () => void] => [command.key ?? '', () => perform(command)]),
    ),
    '?': () => setKeysShown(true),
  });

  return (
    <div className="frame">
      <button type="button" className="skip-link" onClick={focusContent}>
        {t('common.skipToContent')}
      </button>
      <SideBar />
      <header className="top-bar">
        <OneBox commands={active} perform={perform} />
        <div className="top-right">
          {!connected && (
            <Chip tone="amber" icon={<WarningIcon size={14} />}>
              {t('common.recovery.away')}
            </Chip>
          )}
          <AccountMenu onShowKeys={() => setKeysShown(true)} />
        </div>
      </header>
      <main className="content" id="content" tabIndex={-1}>
        <Outlet />
      </main>
      <NoticeBar />
      {keysShown && <KeyList commands={active} onClose={() => setKeysShown(false)} />}
    </div>
  );
};

const focusContent = (): void => document.getElementById('content')?.focus();

const useActiveCommands = (): readonly Command[] => {
  const path = usePath();
  const may = useMay();
  return commands.filter((command) => isHere(command, path) && may(command.roles));
};

const usePerform = (): ((command: Command) => void) => {
  const { t } = useTranslation();
  const go = useGo();
  const { history } = useRouter();
  return (command) => void command.perform({ go, t, path: history.location.pathname });
};

import './frame.css';
import { Outlet, useRouter } from '@tanstack/react-router';
import { lazy, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useConnected } from '../lib/changes.ts';
import { type Hotkey, useHotkeys } from '../lib/hotkeys.ts';
import { useGo, usePath } from '../lib/place.ts';
import { useMay } from '../lib/session.ts';
import { warmFonts } from '../lib/warmFonts.ts';
import { Chip } from '../ui/Chip.tsx';
import { WarningIcon } from '../ui/icons.tsx';
import { AccountMenu } from './AccountMenu.tsx';
import type { Command, Perform } from './feature.ts';
import { commands, isBare, isHere, topBarParts } from './features.ts';
import { KeyList } from './KeyList.tsx';
import { NoticeBar } from './NoticeBar.tsx';
import { OneBox } from './OneBox.tsx';
import { Scanner } from './Scanner.tsx';
import { SideBar } from './SideBar.tsx';
import { closeSheet, toggleSheet, useSheet } from './sheets.ts';
import { TourButton } from './TourButton.tsx';
import { useTour } from './tourSteps.ts';
import { useMenuCommands } from './useMenuCommands.ts';

const HelpSheet = lazy(() => import('./HelpSheet.tsx'));
const Tour = lazy(() => import('./Tour.tsx'));

/** ms after which 今日 is surely there */
const warmAfter = 1_500;

/** Side bar, one box, who is at the desk, and one screen. */
export const Frame = () => {
  const { t } = useTranslation();
  const sheet = useSheet((state) => state.sheet);
  const touring = useTour((state) => state.step !== null);
  const active = useActiveCommands();
  const perform = usePerform();
  const connected = useConnected((state) => state.connected);
  const bare = isBare(usePath());

  useEffect(() => {
    const timer = setTimeout(() => void warmFonts(), warmAfter);
    return () => clearTimeout(timer);
  }, []);

  useMenuCommands(perform);
  useHotkeys(keysOf(active, perform, false));
  useHotkeys(keysOf(active, perform, true), { inDialog: true });

  if (bare) {
    return (
      <main className="bare" id="content" tabIndex={-1}>
        <Outlet />
      </main>
    );
  }
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
          {topBarParts.map((Part, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts never change while the desk runs
            <Part key={at} />
          ))}
          <TourButton />
          <AccountMenu onShowKeys={() => toggleSheet('keys')} />
        </div>
      </header>
      <main className="content" id="content" tabIndex={-1}>
        <Outlet />
      </main>
      <NoticeBar />
      <Scanner />
      {sheet === 'keys' && <KeyList commands={active} onClose={closeSheet} />}
      <Suspense>
        {sheet === 'help' && <HelpSheet commands={active} onClose={closeSheet} />}
        {touring && <Tour />}
      </Suspense>
    </div>
  );
};

const keysOf = (
  active: readonly Command[],
  perform: Perform,
  overForms: boolean,
): Readonly<Record<Hotkey, () => void>> =>
  Object.fromEntries(
    active.flatMap((command): readonly (readonly [Hotkey, () => void])[] =>
      command.key !== undefined && !command.heardByScreen && (command.overForms ?? false) === overForms
        ? [[command.key, () => perform(command)]]
        : [],
    ),
  );

const focusContent = (): void => document.getElementById('content')?.focus();

const useActiveCommands = (): readonly Command[] => {
  const path = usePath();
  const may = useMay();
  if (isBare(path)) return [];
  return commands.filter((command) => isHere(command, path) && may(command.roles));
};

/** Runs a command on the path shown, or on another's: that of a hit. */
const usePerform = (): Perform => {
  const { t } = useTranslation();
  const go = useGo();
  const { history } = useRouter();
  return (command, path = history.location.pathname) =>
    void command.perform({ go, t, path, here: path === history.location.pathname });
};

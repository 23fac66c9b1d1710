import { useEffect, useRef } from 'react';

type Deeds = Readonly<Record<string, () => void>>;

const screens: (() => Deeds)[] = [];

/**
 * What the screen shown does for its own commands, by their ids: a feature's commands are known before its screen is fetched, the
 * row that is chosen or the form that is open only to the screen.
 */
export const useScreenDeeds = (deeds: Deeds): void => {
  const latest = useRef(deeds);
  useEffect(() => {
    latest.current = deeds;
  });
  useEffect(() => {
    const screen = (): Deeds => latest.current;
    screens.push(screen);
    return () => void screens.splice(screens.indexOf(screen), 1);
  }, []);
};

/** Does what the screen shown does for a command; nothing while it is not there yet. */
export const doOnScreen = (command: string): void =>
  screens
    .findLast((screen) => command in screen())?.()
    [command]?.();

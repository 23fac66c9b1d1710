import { useEffect, useRef } from 'react';

/** What is done with a scan instead of opening its customer; true where it was taken. */
type Taker = (text: string) => boolean;

/** `any`: every scan, as at a counter; `unknown`: only what no customer has, as a blank card while somebody joins */
export type TakenScans = 'any' | 'unknown';

interface Taking {
  readonly scans: TakenScans;
  readonly take: Taker;
}

const takers: Taking[] = [];

/** While the screen or form is shown, scans go to it; the one shown last has them first. */
export const useScanTaker = (scans: TakenScans, take: Taker): void => {
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  useEffect(() => {
    const taking: Taking = { scans, take: (text) => latest.current(text) };
    takers.push(taking);
    return () => void takers.splice(takers.indexOf(taking), 1);
  }, [scans]);
};

/** Offers a scan; `unknown` once nobody was found who has it. */
export const offerScan = (text: string, found: TakenScans): boolean =>
  takers.toReversed().some(({ scans, take }) => scans === found && take(text));

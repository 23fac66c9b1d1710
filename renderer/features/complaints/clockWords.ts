import type { TFunction } from 'i18next';
import type { ChipTone } from '../../ui/Chip.tsx';
import type { ClockFaceState, ClockState, ComplaintRow } from './shapes.ts';
import { spanWords } from './spanWords.ts';

export interface ClockWords {
  readonly tone: ChipTone;
  readonly words: string;
}

/** The face by which a term is breached. */
export const countedFace = (clock: ClockState): ClockFaceState => clock[clock.countedBy];

/** 剩 5 h 08 m · 超时 1 h 20 m */
export const leftWords = ({ face, leftMs, late }: ClockFaceState, t: TFunction): string => {
  const span = spanWords(leftMs, t, { days: face === 'natural' });
  return late ? t('complaints.clock.over', { span }) : t('complaints.clock.left', { span });
};

/**
 * How urgent a face is: red once it is over, amber from the first warning on.
 *
 * @param warnPercent the lowest of the store's
 */
export const faceTone = (
  { late, usedMs, limitMs }: ClockFaceState,
  warnPercent: number,
): Extract<ChipTone, 'red' | 'amber' | 'brand'> => {
  if (late) return 'red';
  return usedMs * 100 >= limitMs * warnPercent ? 'amber' : 'brand';
};

/** The chip of a row: what the clock says, or where the matter stands once it has stopped. */
export const rowClock = (
  row: Pick<ComplaintRow, 'clock' | 'step' | 'breached'>,
  warnPercent: number,
  t: TFunction,
): ClockWords => {
  const { clock, step } = row;
  if (step === 'closed') return { tone: 'plain', words: t('complaints.row.closed') };
  if (!clock) {
    if (row.breached) return { tone: 'red', words: t('complaints.row.unexplained') };
    return { tone: step === 'agreed' ? 'brand' : 'green', words: t(`complaints.row.${solvedStep(step)}`) };
  }
  const face = countedFace(clock);
  // what is late stays so while it stands
  if (clock.state === 'stands' && !face.late) {
    return { tone: 'plain', words: t(step === 'proposed' ? 'complaints.row.proposed' : 'complaints.row.waiting') };
  }
  const tone = faceTone(face, warnPercent);
  return { tone: tone === 'brand' ? 'plain' : tone, words: leftWords(face, t) };
};

const solvedStep = (step: ComplaintRow['step']): 'agreed' | 'done' | 'askedBack' =>
  step === 'done' || step === 'askedBack' ? step : 'agreed';

import type { TFunction } from 'i18next';
import { dayShort, plate } from '../../lib/formats.ts';
import type { ChipTone } from '../../ui/Chip.tsx';
import { type CallRow, occasionKinds, type TaskReason } from './shapes.ts';

/** A plate as it is written, or whatever names what it is about. */
export const labelOf = ({ vehicleId, label }: Pick<TaskReason, 'vehicleId' | 'label'>): string =>
  vehicleId ? plate(label) : label;

/** 京A·3K927 · 京N·80516: what a row is about, each named once; whose row it is, is said already. */
export const labelsOf = ({ reasons, name }: Pick<CallRow, 'reasons' | 'name'>): string =>
  [...new Set(reasons.map(labelOf).filter((label) => label !== '' && label !== name))].join(' · ');

/** 保险 12-20 到期 */
export const occasionWords = (
  { kind, occasionDay }: Pick<TaskReason, 'kind' | 'occasionDay'>,
  today: string,
  t: TFunction,
): string | null => {
  const known = occasionKinds.find((one) => one === kind);
  return known ? t(`tasks.occasion.${known}`, { day: dayShort(occasionDay, today) }) : null;
};

/** When the most urgent of them should be done, UTC ms. */
export const dueOf = ({ reasons }: Pick<CallRow, 'reasons'>): number => Math.min(...reasons.map(({ dueAt }) => dueAt));

/** Red: it should have been done; amber: today; else it has time. */
export const urgencyTone = (urgency: CallRow['urgency']): ChipTone => {
  switch (urgency) {
    case 'overdue':
      return 'red';
    case 'today':
      return 'amber';
    case 'ahead':
      return 'plain';
  }
};

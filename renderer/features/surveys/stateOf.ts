import type { TFunction } from 'i18next';
import type { ChipTone } from '../../ui/Chip.tsx';
import type { ResponseRow } from './shapes.ts';

/** Where bad answers stand: red, somebody waits for us; green, spoken with. '' for good ones. */
export const stateOf = (
  { bad, waits, complaintNumber, followedAt }: Pick<ResponseRow, 'bad' | 'waits' | 'complaintNumber' | 'followedAt'>,
  t: TFunction,
): { readonly tone: ChipTone; readonly words: string } => {
  if (waits) return { tone: 'red', words: t('surveys.state.waits') };
  if (complaintNumber !== null) return { tone: 'amber', words: t('surveys.state.complaint') };
  if (followedAt !== null) return { tone: 'green', words: t('surveys.state.followed') };
  return { tone: 'plain', words: bad ? t('surveys.state.bad') : '' };
};

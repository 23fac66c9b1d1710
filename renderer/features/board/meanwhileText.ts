import type { TFunction } from 'i18next';
import type { ErrorData } from '../../../db/contract/errors.ts';
import { boardSteps } from './boardMoves.ts';

/** Why a card was not moved: 因为 周凯 已移到“施工中”. Names who it was where the store knows, and the step where it was moved. */
export const meanwhileText = (name: string, values: ErrorData['values'], t: TFunction): string => {
  const by = values?.['by'];
  const step = boardSteps.find((one) => one === values?.['step']);
  const to = step ? t(`board.step.${step}`) : null;
  if (by === undefined) {
    return to === null ? t('board.meanwhile.changed', { name }) : t('board.meanwhile.moved', { name, step: to });
  }
  return to === null
    ? t('board.meanwhile.changedBy', { name, by })
    : t('board.meanwhile.movedBy', { name, by, step: to });
};

import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { knownText } from '../../lib/knownText.ts';
import { plateText } from '../customer/plateText.ts';
import { ChoiceList } from './ChoiceList.tsx';
import { type JoinDraft, modesInOrder } from './joinDraft.ts';
import type { JoinMode, Proposal } from './shapes.ts';

export interface JoinModesProps {
  readonly proposal: Proposal;
  readonly value: JoinDraft['mode'];
  readonly error?: string;
  readonly onChange: (mode: JoinMode) => void;
}

/** The five ways to join; one that is not open says why, one that is says what proves it. */
export const JoinModes = ({ proposal, value, error, onChange }: JoinModesProps) => {
  const { t } = useTranslation();
  return (
    <ChoiceList
      label={t('members.join.mode')}
      value={value}
      error={error}
      onChange={onChange}
      choices={modesInOrder(proposal).map(({ mode, proof, refusal }) => ({
        value: mode,
        label: t(`members.mode.${mode}`),
        closed: refusal === null ? null : refusalWords(refusal, t),
        aside: proof ? [labelWords(proof.label), proof.day].filter(Boolean).join(' · ') : t(`members.modeHelp.${mode}`),
      }))}
    />
  );
};

/** A plate in its usual spelling; an order's number or a model as it is. */
const labelWords = (label: string): string => (/^\p{Script=Han}[A-Z]/u.test(label) ? plateText(label) : label);

/** Why a way is not open, by the reason that the store names. */
const refusalWords = (reason: string, t: TFunction): string =>
  knownText(`members.modeClosed.${reason}`, t) ??
  knownText(`errors.reason.${reason}`, t) ??
  knownText(`errors.field.${reason}`, t) ??
  t('members.join.modeClosed');

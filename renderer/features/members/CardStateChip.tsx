import { useTranslation } from 'react-i18next';
import { Chip, type ChipTone } from '../../ui/Chip.tsx';
import { WarningIcon } from '../../ui/icons.tsx';
import type { CardState } from './shapes.ts';

const tones: Readonly<Record<CardState, ChipTone>> = {
  active: 'green',
  frozen: 'amber',
  lost: 'red',
  replaced: 'plain',
  cancelled: 'plain',
};

export interface CardStateChipProps {
  readonly state: CardState;
  readonly title?: string | undefined;
  /** says 正常 as well */
  readonly always?: boolean;
}

/** 冻结 · 挂失 · 已换卡 · 已注销; a card in order needs no word where nobody asks. */
export const CardStateChip = ({ state, title, always = false }: CardStateChipProps) => {
  const { t } = useTranslation();
  if (state === 'active' && !always) return null;
  return (
    <Chip
      tone={tones[state]}
      {...(state === 'frozen' || state === 'lost' ? { icon: <WarningIcon size={13} /> } : {})}
      {...(title ? { title } : {})}
    >
      {t(`members.cardState.${state}`)}
    </Chip>
  );
};

import { useTranslation } from 'react-i18next';
import { Chip, type ChipTone } from '../../ui/Chip.tsx';
import { CheckIcon } from '../../ui/icons.tsx';
import type { VoucherState as State } from './shapes.ts';

const tones: Readonly<Record<State, ChipTone>> = { active: 'green', used: 'plain', expired: 'amber', void: 'red' };

/** 有效 · 已使用 · 已过期 · 已作废 */
export const VoucherState = ({ state }: { readonly state: State }) => {
  const { t } = useTranslation();
  return (
    <Chip tone={tones[state]} {...(state === 'used' ? { icon: <CheckIcon size={13} /> } : {})}>
      {t(`rewards.voucher.state.${state}`)}
    </Chip>
  );
};

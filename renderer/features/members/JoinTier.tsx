import { useTranslation } from 'react-i18next';
import { moneyShort, number } from '../../lib/formats.ts';
import { useStoreSettings } from '../../lib/store.ts';
import { ChoiceList } from './ChoiceList.tsx';
import { topPercent } from './joinDraft.ts';
import type { Proposal } from './shapes.ts';

export interface JoinTierProps {
  readonly proposal: Proposal;
  readonly value: string;
  readonly onChange: (tier: string) => void;
}

/** 起始卡级: what is proposed from past spend and why; a person confirms it or takes another. */
export const JoinTier = ({ proposal, value, onChange }: JoinTierProps) => {
  const { t } = useTranslation();
  const tiers = useStoreSettings()?.values.tiers ?? [{ code: proposal.tier, name: proposal.tierName }];
  const { rank, of, totalFen, by } = proposal;
  return (
    <ChoiceList
      label={t('members.join.tier')}
      value={value}
      onChange={onChange}
      choices={tiers.toReversed().map(({ code, name }) => ({
        value: code,
        label: name,
        aside:
          code === proposal.tier
            ? rank === null
              ? t('members.join.proposedNew')
              : t(`members.join.proposed.${by}`, {
                  amount: moneyShort(totalFen),
                  rank: number(rank),
                  of: number(of),
                  percent: topPercent(rank, of),
                })
            : '',
      }))}
    />
  );
};

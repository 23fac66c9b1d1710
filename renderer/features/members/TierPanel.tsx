import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, orpc } from '../../lib/api.ts';
import { notify } from '../../lib/notices.ts';
import { useStoreSettings } from '../../lib/store.ts';
import { useSave } from '../../lib/useSave.ts';
import { ReasonPanel } from '../customer/ReasonPanel.tsx';
import { ChoiceList } from './ChoiceList.tsx';
import type { Membership } from './shapes.ts';

export interface TierPanelProps {
  readonly membership: Membership;
  readonly onClose: () => void;
}

/** 调整卡级: a manager's word, up or down, with the reason on record. */
export const TierPanel = ({ membership, onClose }: TierPanelProps) => {
  const { t } = useTranslation();
  const { id, version, holder, tier, tierName } = membership;
  const tiers = useStoreSettings()?.values.tiers ?? [];
  const [chosen, setChosen] = useState('');
  const nameOf = (code: string): string => tiers.find((one) => one.code === code)?.name ?? code;
  const set = useSave(api.members.setTier, {
    stale: [orpc.members.key(), orpc.customers.get.key()],
    onDone: (_done, input) => {
      notify(t('members.tier.done', { name: holder, tier: nameOf(input.tier) }), { tone: 'green' });
      onClose();
    },
  });
  return (
    <ReasonPanel
      title={t('members.tier.title')}
      sub={`${holder} · ${tierName}`}
      text={t('members.tier.text')}
      usual={t('members.tier.usual').split('|')}
      save={t('members.tier.save')}
      busy={set.isPending}
      error={set.error}
      blocked={chosen === ''}
      before={
        <ChoiceList
          label={t('members.tier.to')}
          value={chosen}
          onChange={setChosen}
          choices={tiers.toReversed().map(({ code, name }) => ({
            value: code,
            label: name,
            closed: code === tier ? t('members.tier.now') : null,
          }))}
        />
      }
      onClose={onClose}
      onSave={(reason) => set.mutate({ id, version, tier: chosen, reason })}
    />
  );
};

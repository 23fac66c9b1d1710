import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, orpc } from '../../lib/api.ts';
import { number } from '../../lib/formats.ts';
import { useHotkeys } from '../../lib/hotkeys.ts';
import { notify } from '../../lib/notices.ts';
import { useSave } from '../../lib/useSave.ts';
import { SaveFoot } from '../customer/SaveFoot.tsx';
import { SidePanel } from '../customer/SidePanel.tsx';
import css from '../customer/sidePanel.module.css';
import { ChoiceList } from './ChoiceList.tsx';
import { missingWords, reachedWords, wayWords } from './pathWords.ts';
import type { MemberPage } from './shapes.ts';
import { beginUpgrade, upgradeKey, upgradeOf } from './upgradeDraft.ts';
import { WithMember } from './WithMember.tsx';

export interface UpgradePanelProps {
  /** of the membership */
  readonly id: string;
  readonly onClose: () => void;
}

/** 升级 by a way that is met, what costs nothing chosen already. */
export const UpgradePanel = ({ id, onClose }: UpgradePanelProps) => {
  const { t } = useTranslation();
  return (
    <WithMember id={id} title={t('members.upgrade.title')} onClose={onClose}>
      {(page) => <UpgradeForm page={page} onClose={onClose} />}
    </WithMember>
  );
};

const UpgradeForm = ({ page, onClose }: { readonly page: MemberPage; readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const { membership, paths, balance } = page;
  const { id, version, holder } = membership;
  const [chosen, setChosen] = useState(() => beginUpgrade(paths));
  const [asked, setAsked] = useState(false);
  const way = upgradeOf(paths, chosen);
  const upgrade = useSave(api.members.upgrade, {
    stale: [orpc.members.key(), orpc.customers.get.key()],
    onDone: (_done, { tier }) => {
      const tierName = paths.upgrades.find((row) => row.tier === tier)?.tierName ?? tier;
      notify(t('members.upgrade.done', { name: holder, tier: tierName }), { tone: 'green' });
      onClose();
    },
  });
  const submit = (): void => {
    setAsked(true);
    if (way && !upgrade.isPending) upgrade.mutate({ id, version, tier: way.tier, path: way.path });
  };
  useHotkeys({ 'Ctrl+S': submit }, { inDialog: true });
  if (paths.upgrades.length === 0) {
    return (
      <SidePanel title={t('members.upgrade.title')} sub={holder} onClose={onClose}>
        <p>{t('members.upgrade.none', { tier: membership.tierName })}</p>
      </SidePanel>
    );
  }
  return (
    <SidePanel
      title={t('members.upgrade.title')}
      sub={`${holder} · ${membership.tierName}`}
      onClose={onClose}
      foot={
        <SaveFoot
          label={way ? t('members.upgrade.saveTo', { tier: way.tierName }) : t('members.upgrade.save')}
          busy={upgrade.isPending}
          error={upgrade.error}
          blocked={asked && !way ? 1 : 0}
          onSave={submit}
        />
      }
    >
      <ChoiceList
        label={t('members.upgrade.path')}
        value={chosen}
        onChange={setChosen}
        {...(asked && !way ? { error: t('members.renew.choose') } : {})}
        choices={paths.upgrades.map((row) => ({
          value: upgradeKey(row),
          label: (
            <>
              <strong>{row.tierName}</strong> {wayWords(row, 'upgrade', t)}
            </>
          ),
          closed: row.met ? null : t('members.stillMissing', { what: missingWords(row, 'upgrade', t) }),
          aside:
            row.path === 'deductPoints'
              ? t('members.has', { points: number(balance.redeemable) })
              : row.proof
                ? `${reachedWords(row, t)} · ${row.proof.day}`
                : reachedWords(row, t),
        }))}
      />
      {way?.path === 'deductPoints' && <p className={`quiet ${css['near']}`}>{t('members.pointsGo')}</p>}
    </SidePanel>
  );
};

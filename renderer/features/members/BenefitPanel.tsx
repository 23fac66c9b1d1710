import { useTranslation } from 'react-i18next';
import { SidePanel } from '../customer/SidePanel.tsx';
import { BenefitList } from './BenefitsPart.tsx';
import type { MemberPage } from './shapes.ts';
import { useBenefits } from './useBenefits.ts';

export interface BenefitPanelProps {
  readonly page: MemberPage;
  readonly onClose: () => void;
}

/** 使用服务包 by key: the services of the tier, Enter uses the one that has the focus. */
export const BenefitPanel = ({ page, onClose }: BenefitPanelProps) => {
  const { t } = useTranslation();
  const { membership, benefits } = page;
  const doing = useBenefits(page, onClose);
  return (
    <SidePanel
      title={t('members.benefit.title')}
      sub={`${membership.holder} · ${membership.tierName}`}
      onClose={onClose}
    >
      {benefits.length === 0 ? (
        <p>{t('members.benefit.none', { tier: membership.tierName })}</p>
      ) : (
        <BenefitList page={page} doing={doing} withUses />
      )}
    </SidePanel>
  );
};

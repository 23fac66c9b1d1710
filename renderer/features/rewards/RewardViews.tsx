import { useTranslation } from 'react-i18next';
import { useGo } from '../../lib/place.ts';
import { managers } from '../../lib/roles.ts';
import { useMay } from '../../lib/session.ts';
import { Chip } from '../../ui/Chip.tsx';

export type RewardView = 'catalogue' | 'donations' | 'settlement';

const paths: Readonly<Record<RewardView, string>> = {
  catalogue: '/rewards',
  donations: '/rewards/donations',
  settlement: '/rewards/settlement',
};

/** The parts of 积分商城; what is paid to partners is a manager's. */
export const RewardViews = ({ shown }: { readonly shown: RewardView }) => {
  const { t } = useTranslation();
  const go = useGo();
  const may = useMay()(managers);
  const views: readonly RewardView[] = may ? ['catalogue', 'donations', 'settlement'] : ['catalogue', 'donations'];
  return views.map((view) => (
    <Chip key={view} pressed={view === shown} onPress={() => go(paths[view], { replace: true })}>
      {t(`rewards.catalogue.view.${view}`)}
    </Chip>
  ));
};

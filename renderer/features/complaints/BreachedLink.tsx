import { useTranslation } from 'react-i18next';
import { useGo } from '../../lib/place.ts';
import { Chip } from '../../ui/Chip.tsx';
import { WarningIcon } from '../../ui/icons.tsx';
import { useCounts } from './useCounts.ts';

/** ⚠ 超时投诉 n, at the end of the top bar; nothing where none is late. */
export const BreachedLink = () => {
  const { t } = useTranslation();
  const go = useGo();
  const breached = useCounts()?.breached ?? 0;
  if (breached === 0) return null;
  return (
    <Chip tone="red" icon={<WarningIcon size={14} />} onPress={() => go('/complaints?tab=open')}>
      {t('complaints.frame.breached', { count: breached })}
    </Chip>
  );
};

import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../lib/api.ts';
import { useGo } from '../../lib/place.ts';
import { managers } from '../../lib/roles.ts';
import { useMay } from '../../lib/session.ts';
import { Chip } from '../../ui/Chip.tsx';
import { ClockIcon } from '../../ui/icons.tsx';

/** How many requests wait for whoever decides them; nothing where none does. */
export const ApprovalsLink = () => {
  const { t } = useTranslation();
  const go = useGo();
  const may = useMay()(managers);
  const { data } = useQuery({
    ...orpc.approvals.list.queryOptions({ input: { state: 'waiting', limit: 1 } }),
    enabled: may,
  });
  if (!may || !data || data.count === 0) return null;
  return (
    <Chip tone="amber" icon={<ClockIcon size={13} />} onPress={() => go('/approvals')}>
      {t('rewards.approvals.today', { count: data.count })}
    </Chip>
  );
};

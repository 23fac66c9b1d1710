import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../lib/api.ts';
import { useGo } from '../../lib/place.ts';
import { Chip } from '../../ui/Chip.tsx';
import { WarningIcon } from '../../ui/icons.tsx';

/** a promise falls due while nobody changes anything: asked again so often, ms */
const every = 60_000;

/** 承诺逾期 n, on the board, which has no room for the list itself; nothing where none is overdue. */
export const PromisesLink = () => {
  const { t } = useTranslation();
  const go = useGo();
  const { data } = useQuery(orpc.promises.list.queryOptions({ input: { limit: 1 }, refetchInterval: every }));
  if (!data || data.overdue === 0) return null;
  return (
    <Chip tone="red" icon={<WarningIcon size={14} />} onPress={() => go('/?view=overview')}>
      {t('complaints.promise.overdueCount', { count: data.overdue })}
    </Chip>
  );
};

import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../lib/api.ts';
import { number } from '../../lib/formats.ts';
import { Day } from '../../ui/Day.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { PeopleIcon } from '../../ui/icons.tsx';
import { ListScreen } from '../../ui/ListScreen.tsx';
import { ListTable } from '../../ui/ListTable.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { RewardViews } from './RewardViews.tsx';

/** 公益捐赠: what members gave to each cause, in sum. */
const DonationsScreen = () => {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(orpc.rewards.donations.queryOptions({ input: {} }));
  if (!data) return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Loading />;
  return (
    <ListScreen
      title={t('rewards.catalogue.title')}
      chipsLabel={t('rewards.catalogue.views')}
      chips={<RewardViews shown="donations" />}
    >
      {data.causes.length === 0 ? (
        <EmptyState icon={<PeopleIcon size={32} />} title={t('rewards.donations.empty')}>
          {t('rewards.donations.emptyText')}
        </EmptyState>
      ) : (
        <ListTable
          columns={[
            { key: 'cause', label: t('rewards.donations.column.cause') },
            { key: 'count', label: t('rewards.donations.column.count'), width: '120px', number: true },
            { key: 'members', label: t('rewards.donations.column.members'), width: '120px', number: true },
            { key: 'points', label: t('rewards.donations.column.points'), width: '140px', number: true },
            { key: 'last', label: t('rewards.donations.column.last'), width: '180px' },
          ]}
        >
          {data.causes.map((row) => (
            <tr key={row.cause}>
              <td>{row.cause}</td>
              <td className="number-cell">{number(row.count)}</td>
              <td className="number-cell">{number(row.members)}</td>
              <td className="number-cell">{number(row.points)}</td>
              <td>
                <Day value={row.lastDay} />
              </td>
            </tr>
          ))}
        </ListTable>
      )}
    </ListScreen>
  );
};

export default DonationsScreen;

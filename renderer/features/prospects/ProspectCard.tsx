import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../lib/api.ts';
import { Chip } from '../../ui/Chip.tsx';
import { NextChip } from './NextChip.tsx';
import css from './prospectCard.module.css';
import { budgetWan } from './prospectDraft.ts';

export interface ProspectCardProps {
  readonly customerId: string;
  readonly onOpen: () => void;
}

/** 购车意向 on the customer page: what they look for and what is next; nothing where they look for nothing. */
export const ProspectCard = ({ customerId, onOpen }: ProspectCardProps) => {
  const { t } = useTranslation();
  const { data } = useQuery(orpc.prospects.ofCustomer.queryOptions({ input: { customerId } }));
  const prospect = data?.rows.find((row) => row.state === 'open');
  if (!prospect) return null;
  const budget = budgetWan(prospect.budgetFromFen, prospect.budgetToFen);
  return (
    <button type="button" className={css['card']} onClick={onOpen}>
      <strong>{t('prospects.cardTitle')}</strong>
      <span>{prospect.models.join(t('customer.listSeparator')) || t('prospects.noModels')}</span>
      {budget && <span className="quiet">{t('prospects.wan', { budget })}</span>}
      {prospect.testDrives > 0 && (
        <span className="quiet">{t('prospects.drivesCount', { count: prospect.testDrives })}</span>
      )}
      {prospect.tradeIn && <Chip>{t('prospects.tradeIn')}</Chip>}
      <span className={css['next']}>
        {prospect.next ? (
          <>
            {prospect.next.what} <NextChip next={prospect.next} />
          </>
        ) : (
          <Chip tone="amber">{t('prospects.noNext')}</Chip>
        )}
      </span>
    </button>
  );
};

import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerPage } from '../../../db/contract/customerViews.ts';
import { orpc } from '../../lib/api.ts';
import { useHotkeys } from '../../lib/hotkeys.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { knownCustomer, type WhoDraft } from '../board/whoDraft.ts';
import { SidePanel } from '../customer/SidePanel.tsx';
import { AgencyPanel } from './AgencyPanel.tsx';
import { ClaimPanel } from './ClaimPanel.tsx';
import css from './club.module.css';
import { jobKindWords, jobPath, jobStateWords } from './clubWords.ts';
import { quotaWords } from './quotaWords.ts';
import { RescuePanel } from './RescuePanel.tsx';
import { type Service, services } from './shapes.ts';

export interface CustomerClubProps {
  readonly page: Pick<CustomerPage, 'customer' | 'vehicles' | 'openClub' | 'card'>;
  readonly what: 'club' | Service;
  readonly onOpen: (what: string) => void;
  readonly onClose: () => void;
}

/** 代办、救援、理赔 from the customer's page: who it is for is known, and so are their cars. */
export const CustomerClub = ({ page, what, onOpen, onClose }: CustomerClubProps) => {
  const { customer, vehicles } = page;
  const [who] = useState(() =>
    knownCustomer(
      customer.id,
      customer.name,
      vehicles.map((one) => ({ id: one.id, plate: one.plate, series: one.series })),
    ),
  );
  return what === 'club' ? (
    <ChoicePanel page={page} onOpen={onOpen} onClose={onClose} />
  ) : (
    <NewPanel service={what} who={who} onClose={onClose} />
  );
};

const NewPanel = (props: { readonly service: Service; readonly who: WhoDraft; readonly onClose: () => void }) => {
  const { service, ...given } = props;
  switch (service) {
    case 'agency':
      return <AgencyPanel {...given} />;
    case 'rescues':
      return <RescuePanel {...given} />;
    case 'claims':
      return <ClaimPanel {...given} />;
  }
};

/** Which of the three; what is under way already, and what the tier has left of free rescues. */
const ChoicePanel = ({ page, onOpen, onClose }: Omit<CustomerClubProps, 'what'>) => {
  const { t } = useTranslation();
  const customerId = page.customer.id;
  const { data } = useQuery(orpc.rescues.quota.queryOptions({ input: { customerId }, enabled: page.card !== null }));
  useHotkeys(Object.fromEntries(services.map((service, at) => [String(at + 1), () => onOpen(service)])), {
    inDialog: true,
  });
  return (
    <SidePanel title={t('club.ofCustomer.title')} sub={page.customer.name} onClose={onClose}>
      <p className="quiet">{t('club.ofCustomer.choose')}</p>
      <div className={css['choices']}>
        {services.map((service, at) => (
          <ActionButton
            key={service}
            label={t(`club.new.${service}`)}
            keys={String(at + 1)}
            onClick={() => onOpen(service)}
          />
        ))}
      </div>
      {data?.quota && <p className={css['quota']}>{quotaWords(data.quota, t)}</p>}
      <h3>{t('club.ofCustomer.open')}</h3>
      {page.openClub.length === 0 ? (
        <p className="quiet">{t('club.ofCustomer.none')}</p>
      ) : (
        <ul className={css['documents']}>
          {page.openClub.map((job) => (
            <li key={job.id}>
              <Link to={jobPath(job.service, job.id)}>
                {job.number} {jobKindWords(job, t)}
              </Link>
              <span className="quiet small">{jobStateWords(job, t)}</span>
            </li>
          ))}
        </ul>
      )}
    </SidePanel>
  );
};

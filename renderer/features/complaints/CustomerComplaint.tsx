import { useState } from 'react';
import type { CustomerPage } from '../../../db/contract/customerViews.ts';
import { knownCustomer } from '../board/whoDraft.ts';
import { NewComplaintPanel } from './NewComplaintPanel.tsx';

export interface CustomerComplaintProps {
  readonly page: Pick<CustomerPage, 'customer' | 'vehicles'>;
  readonly onClose: () => void;
}

/** 新建投诉 from the customer's page: who complains is known, and so are their cars. */
export const CustomerComplaint = ({ page: { customer, vehicles }, onClose }: CustomerComplaintProps) => {
  const [who] = useState(() =>
    knownCustomer(
      customer.id,
      customer.name,
      vehicles.map((one) => ({ id: one.id, plate: one.plate, series: one.series })),
    ),
  );
  return <NewComplaintPanel who={who} onClose={onClose} />;
};

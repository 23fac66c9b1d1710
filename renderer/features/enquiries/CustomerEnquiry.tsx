import { useState } from 'react';
import type { CustomerPage } from '../../../db/contract/customerViews.ts';
import { knownCustomer } from '../board/whoDraft.ts';
import { NewEnquiryPanel } from './NewEnquiryPanel.tsx';

export interface CustomerEnquiryProps {
  readonly page: Pick<CustomerPage, 'customer' | 'vehicles'>;
  readonly onClose: () => void;
}

/** 登记咨询 from the customer's page: who asks is known, and so are their cars. */
export const CustomerEnquiry = ({ page: { customer, vehicles }, onClose }: CustomerEnquiryProps) => {
  const [who] = useState(() =>
    knownCustomer(
      customer.id,
      customer.name,
      vehicles.map((one) => ({ id: one.id, plate: one.plate, series: one.series })),
    ),
  );
  return <NewEnquiryPanel who={who} onClose={onClose} />;
};

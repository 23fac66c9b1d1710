import { useQuery } from '@tanstack/react-query';
import { orpc } from '../../lib/api.ts';
import { NewProspectPanel } from './NewProspectPanel.tsx';
import { ProspectPanel } from './ProspectPanel.tsx';

export interface CustomerProspectProps {
  readonly customer: { readonly id: string; readonly name: string };
  readonly onClose: () => void;
}

/** The customer's open prospect, or a new one. */
export const CustomerProspect = ({ customer, onClose }: CustomerProspectProps) => {
  const { data } = useQuery(orpc.prospects.ofCustomer.queryOptions({ input: { customerId: customer.id } }));
  if (!data) return null;
  const open = data.rows.find((row) => row.state === 'open');
  return open ? (
    <ProspectPanel id={open.id} onClose={onClose} />
  ) : (
    <NewProspectPanel customer={customer} onClose={onClose} />
  );
};

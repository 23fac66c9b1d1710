import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CustomerPage } from '../../../db/contract/customerViews.ts';
import { orpc } from '../../lib/api.ts';
import { useQueryValue } from '../../lib/place.ts';
import { BookingPanel } from '../board/BookingPanel.tsx';
import { knownCustomer } from '../board/whoDraft.ts';
import { NewComplaintPanel } from '../complaints/NewComplaintPanel.tsx';
import type { CallRow } from './shapes.ts';

export interface CallPanelsProps {
  readonly call: CallRow;
  /** what was typed of the call so far */
  readonly note: string;
  readonly onComplaint: (added: { readonly id: string; readonly number: string }) => void;
  readonly onClose: () => void;
}

/** The form that the address asks for over a call, `?do=complaint`, with what is known. */
const CallPanels = (props: CallPanelsProps) => {
  const wanted = useQueryValue('do');
  const { data } = useQuery(
    orpc.customers.get.queryOptions({
      input: { id: props.call.customerId },
      enabled: wanted === 'complaint' || wanted === 'booking',
    }),
  );
  if (!data || (wanted !== 'complaint' && wanted !== 'booking')) return null;
  return <Panel key={wanted} {...props} page={data} wanted={wanted} />;
};

interface PanelProps extends CallPanelsProps {
  readonly page: CustomerPage;
  readonly wanted: 'complaint' | 'booking';
}

const Panel = ({ call, note, page, wanted, onComplaint, onClose }: PanelProps) => {
  const [who] = useState(() =>
    knownCustomer(
      call.customerId,
      call.name,
      page.vehicles.map(({ id, plate, series }) => ({ id, plate, series })),
      call.reasons.find(({ vehicleId }) => vehicleId !== null)?.vehicleId ?? undefined,
    ),
  );
  return wanted === 'booking' ? (
    <BookingPanel booking={null} who={who} onClose={onClose} />
  ) : (
    <NewComplaintPanel who={who} what={note} onAdded={onComplaint} onClose={onClose} />
  );
};

export default CallPanels;

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerPage } from '../../../db/contract/customerViews.ts';
import { orpc } from '../../lib/api.ts';
import { useQueryValue } from '../../lib/place.ts';
import { useStoreSettings } from '../../lib/store.ts';
import { BookingPanel } from '../board/BookingPanel.tsx';
import { knownCustomer } from '../board/whoDraft.ts';
import { NewComplaintPanel } from '../complaints/NewComplaintPanel.tsx';
import type { CallDraft } from './callDraft.ts';
import type { CallInfo, CallRow } from './shapes.ts';
import { unhappyText } from './unhappyText.ts';

export interface CallPanelsProps {
  readonly call: CallRow;
  readonly info: Pick<CallInfo, 'questionnaire' | 'bad'>;
  /** what was typed of the call so far */
  readonly draft: CallDraft;
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

const Panel = ({ call, info, draft, page, wanted, onComplaint, onClose }: PanelProps) => {
  const { t } = useTranslation();
  const terms = useStoreSettings()?.values.surveyTerms;
  const response = info.bad.find(({ complaintId }) => complaintId === null);
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
    <NewComplaintPanel
      who={who}
      what={unhappyText(draft, info, terms, t)}
      {...(response ? { response: { id: response.id, visitId: response.visitId } } : {})}
      onAdded={onComplaint}
      onClose={onClose}
    />
  );
};

export default CallPanels;

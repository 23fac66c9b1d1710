import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../lib/api.ts';
import { useStoreSettings } from '../../lib/store.ts';
import { knownCustomer, nobody } from '../board/whoDraft.ts';
import { NewComplaintPanel } from '../complaints/NewComplaintPanel.tsx';
import { complaintText } from './scoreWords.ts';

export interface ComplaintOfResponseProps {
  readonly responseId: string;
  readonly onClose: () => void;
}

/** 转投诉: with who it was and what they said; the answers are followed up by it. Nothing while it is not known yet. */
export const ComplaintOfResponse = ({ responseId, onClose }: ComplaintOfResponseProps) => {
  const { t } = useTranslation();
  const terms = useStoreSettings()?.values.surveyTerms;
  const { data: response } = useQuery(orpc.surveys.get.queryOptions({ input: { id: responseId } }));
  const customerId = response?.customerId ?? null;
  const { data: page } = useQuery(
    orpc.customers.get.queryOptions({ input: { id: customerId ?? '' }, enabled: customerId !== null }),
  );
  if (!terms || !response || (customerId !== null && !page)) return null;
  const who =
    customerId === null || !page
      ? nobody
      : knownCustomer(
          customerId,
          page.customer.name,
          page.vehicles.map(({ id, plate, series }) => ({ id, plate, series })),
          response.vehicleId ?? undefined,
        );
  return (
    <NewComplaintPanel
      who={who}
      what={complaintText(response, terms, t)}
      response={{ id: response.id, visitId: response.visitId }}
      onAdded={onClose}
      onClose={onClose}
    />
  );
};

import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../lib/api.ts';
import { careError } from '../../lib/errors.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { SidePanel } from '../customer/SidePanel.tsx';
import { DeliverPanel } from './DeliverPanel.tsx';
import { DeliveryPanel } from './DeliveryPanel.tsx';
import { EditDeliveryPanel } from './EditDeliveryPanel.tsx';
import { NewDeliveryPanel } from './NewDeliveryPanel.tsx';
import { isOver } from './shapes.ts';

export interface DeliveryPanelsProps {
  readonly id: string | null;
  /** `new`, or a form over the delivery `id` */
  readonly wanted: string | null;
  /** a form over the delivery */
  readonly onOpen: (what: string) => void;
  /** another delivery */
  readonly onShow: (id: string) => void;
  readonly onClose: () => void;
}

/** What the address asks for: a delivery, `?id=`, or a form, `?do=`. */
const DeliveryPanels = ({ id, wanted, onOpen, onShow, onClose }: DeliveryPanelsProps) => {
  if (wanted === 'new') return <NewDeliveryPanel onAdded={({ id: added }) => onShow(added)} onClose={onClose} />;
  return id === null ? null : <OneDelivery id={id} wanted={wanted} onOpen={onOpen} onClose={onClose} />;
};

export default DeliveryPanels;

const OneDelivery = ({
  id,
  wanted,
  onOpen,
  onClose,
}: Omit<DeliveryPanelsProps, 'id' | 'onShow'> & { readonly id: string }) => {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(orpc.deliveries.get.queryOptions({ input: { id } }));
  if (!data) {
    return (
      <SidePanel wide title={t('deliveries.title')} onClose={onClose}>
        {error ? (
          careError(error)?.code === 'NOT_FOUND' ? (
            <p>{t('errors.reason.delivery-not-found')}</p>
          ) : (
            <ErrorState error={error} onRetry={() => void refetch()} />
          )
        ) : (
          <Loading />
        )}
      </SidePanel>
    );
  }
  if (wanted === 'edit' && !isOver(data)) return <EditDeliveryPanel delivery={data} onClose={onClose} />;
  if (wanted === 'deliver' && !isOver(data)) return <DeliverPanel delivery={data} onClose={onClose} />;
  return <DeliveryPanel delivery={data} onOpen={onOpen} onClose={onClose} />;
};

import { lazy, Suspense, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useAddressValues } from '../../lib/addressValues.ts';
import { useGo } from '../../lib/place.ts';
import { useScreenDeeds } from '../../lib/screenDeeds.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { CarIcon, PlusIcon } from '../../ui/icons.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { DeliveryBoard } from './DeliveryBoard.tsx';
import { useDeliveryBoard } from './useDeliveries.ts';

/** The forms come after the board, in a quiet moment. */
const loadPanels = () => import('./DeliveryPanels.tsx');
const DeliveryPanels = lazy(loadPanels);

/** 交车: every car from its inspection to the keys in the customer's hand. */
const DeliveriesScreen = () => {
  const { t } = useTranslation();
  const go = useGo();
  const [values, set] = useAddressValues('/deliveries');
  const read = useDeliveryBoard();
  const id = values.get('id');
  const wanted = values.get('do');
  // a form that was opened over the delivery leads back to it, one from the board to the board
  const overDetail = useRef(false);
  useEffect(() => {
    const timer = setTimeout(() => void loadPanels(), 300);
    return () => clearTimeout(timer);
  }, []);

  const begin = (): void => set({ do: 'new', id: null });
  const open = (what: string): void => {
    overDetail.current = true;
    set({ do: what });
  };
  const openOf = (of: string, what: string | null): void => {
    overDetail.current = false;
    set({ id: of, do: what });
  };
  const close = (): void => {
    const back = overDetail.current && wanted !== null;
    overDetail.current = false;
    set(back ? { do: null } : { do: null, id: null });
  };
  useScreenDeeds({ 'deliveries.new': begin, 'deliveries.toPast': () => go('/deliveries/past') });

  const { data, error, refetch } = read;
  if (!data) return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Loading />;
  return (
    <>
      {data.rows.length === 0 ? (
        <EmptyState
          icon={<CarIcon size={32} />}
          title={t('deliveries.empty.title')}
          actions={
            <>
              <ActionButton
                type="primary"
                icon={<PlusIcon size={16} />}
                label={t('deliveries.new')}
                keys="Alt+N"
                onClick={begin}
              />
              <ActionButton label={t('deliveries.past')} keys="H" onClick={() => go('/deliveries/past')} />
            </>
          }
        >
          {t('deliveries.empty.text')}
        </EmptyState>
      ) : (
        <DeliveryBoard board={data} busy={id !== null || wanted !== null} onNew={begin} onOpen={openOf} />
      )}
      <Suspense>
        {(wanted === 'new' || id !== null) && (
          <DeliveryPanels id={id} wanted={wanted} onOpen={open} onShow={(of) => openOf(of, null)} onClose={close} />
        )}
      </Suspense>
    </>
  );
};

export default DeliveriesScreen;

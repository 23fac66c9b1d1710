import { useState } from 'react';
import type { CustomerPage } from '../../../db/contract/customerViews.ts';
import { useGo, useQueryValue } from '../../lib/place.ts';
import { useToday } from '../../lib/store.ts';
import { newDelivery } from './deliveryDraft.ts';
import { NewDeliveryPanel } from './NewDeliveryPanel.tsx';

export interface CustomerDeliveryProps {
  readonly page: Pick<CustomerPage, 'customer' | 'vehicles'>;
  readonly onClose: () => void;
}

/** 安排交车 from the customer's page; after a purchase the address names the car, whose day is known where it was agreed with it. */
export const CustomerDelivery = ({ page: { customer, vehicles }, onClose }: CustomerDeliveryProps) => {
  const go = useGo();
  const today = useToday();
  const vehicleId = useQueryValue('vehicle');
  const [begin] = useState(() => {
    const car = vehicles.find(({ id }) => id === vehicleId);
    const day = car?.deliveryDay ?? '';
    return newDelivery(
      { id: customer.id, name: customer.name },
      car ? { vehicleId: car.id, day: day >= today ? day : '' } : {},
    );
  });
  return (
    <NewDeliveryPanel
      begin={begin}
      onAdded={({ id }) => go(`/deliveries?id=${id}`, { replace: true })}
      onClose={onClose}
    />
  );
};

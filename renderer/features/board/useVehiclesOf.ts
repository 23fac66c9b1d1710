import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { orpc } from '../../lib/api.ts';
import { knownCustomer, type WhoDraft } from './whoDraft.ts';

/** A booking names its customer; their cars are fetched to choose from. */
export const useVehiclesOf = (
  who: WhoDraft,
  booking: { readonly customerId: string | null; readonly vehicleId: string | null } | null,
  onChange: (who: WhoDraft) => void,
): void => {
  const id = booking?.customerId ?? '';
  const { data } = useQuery(orpc.customers.get.queryOptions({ input: { id }, enabled: id !== '' }));
  useEffect(() => {
    if (!data || who.customer?.id !== id || who.customer.vehicles.length >= data.vehicles.length) return;
    const vehicles = data.vehicles.map((one) => ({ id: one.id, plate: one.plate, series: one.series }));
    onChange(knownCustomer(id, data.customer.name, vehicles, who.vehicleId || (booking?.vehicleId ?? undefined)));
  });
};

import { useState } from 'react';
import type { CustomerPage } from '../customer/shapes.ts';
import { BookingPanel } from './BookingPanel.tsx';
import { knownCustomer } from './whoDraft.ts';

/** A booking for the customer whose page is open. */
export const CustomerBooking = ({ page, onClose }: { readonly page: CustomerPage; readonly onClose: () => void }) => {
  const [who] = useState(() =>
    knownCustomer(
      page.customer.id,
      page.customer.name,
      page.vehicles.map((one) => ({ id: one.id, plate: one.plate, series: one.series })),
    ),
  );
  return <BookingPanel booking={null} who={who} onClose={onClose} />;
};

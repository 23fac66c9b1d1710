import { useQueryValue } from '../../lib/place.ts';
import { CustomerBooking } from '../board/CustomerBooking.tsx';
import { CustomerProspect } from '../prospects/CustomerProspect.tsx';
import { ConsentPanel } from './ConsentPanel.tsx';
import { NotePanel } from './NotePanel.tsx';
import { PointsPanel } from './PointsPanel.tsx';
import { RelationPanel } from './RelationPanel.tsx';
import type { CustomerPage } from './shapes.ts';
import { VehiclePanel } from './VehiclePanel.tsx';
import { VisitPanel } from './VisitPanel.tsx';

export interface CustomerPanelsProps {
  readonly page: CustomerPage;
  readonly onClose: () => void;
  readonly onOpen: (what: string) => void;
}

/** The form that the address asks for, `?do=visit`: so that the one box, a link and a key all open it alike. */
const CustomerPanels = ({ page, onClose, onOpen }: CustomerPanelsProps) => {
  const wanted = useQueryValue('do');
  const vehicleId = useQueryValue('vehicle') ?? undefined;
  const vehicle = page.vehicles.find((one) => one.id === vehicleId);
  switch (wanted) {
    case 'visit':
      return <VisitPanel page={page} vehicleId={vehicleId} onClose={onClose} onAddVehicle={() => onOpen('vehicle')} />;
    case 'vehicle':
      // gone from this customer meanwhile: no empty form in its place
      if (vehicleId !== undefined && !vehicle) return null;
      return (
        <VehiclePanel
          key={vehicle?.id ?? 'new'}
          customerId={page.customer.id}
          customerName={page.customer.name}
          vehicle={vehicle ?? null}
          onClose={onClose}
        />
      );
    case 'note':
      return <NotePanel customer={page.customer} onClose={onClose} />;
    case 'consents':
      return <ConsentPanel page={page} onClose={onClose} />;
    case 'relations':
      return <RelationPanel page={page} onClose={onClose} />;
    case 'points':
      return <PointsPanel page={page} onClose={onClose} />;
    case 'booking':
      return <CustomerBooking page={page} onClose={onClose} />;
    case 'prospect':
      return <CustomerProspect customer={page.customer} onClose={onClose} />;
    default:
      return null;
  }
};

export default CustomerPanels;

import { useQueryValue } from '../../lib/place.ts';
import { CustomerBooking } from '../board/CustomerBooking.tsx';
import { CustomerClub } from '../club/CustomerClub.tsx';
import { CustomerComplaint } from '../complaints/CustomerComplaint.tsx';
import { PromisePanel } from '../complaints/PromisePanel.tsx';
import { CustomerDelivery } from '../deliveries/CustomerDelivery.tsx';
import { CustomerEnquiry } from '../enquiries/CustomerEnquiry.tsx';
import { CustomerMembership } from '../members/CustomerMembership.tsx';
import { JoinPanel } from '../members/JoinPanel.tsx';
import { CustomerProspect } from '../prospects/CustomerProspect.tsx';
import { AdjustPanel } from '../rewards/AdjustPanel.tsx';
import { CustomerVouchers } from '../rewards/CustomerVouchers.tsx';
import { GrantPanel } from '../rewards/GrantPanel.tsx';
import { PointsActions } from '../rewards/PointsActions.tsx';
import { TransferPanel } from '../rewards/TransferPanel.tsx';
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
  const person = { id: page.customer.id, name: page.customer.name };
  const card = page.card?.number ?? null;
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
      return (
        <PointsPanel card={card} name={page.customer.name} onClose={onClose} foot={<PointsActions onOpen={onOpen} />} />
      );
    case 'adjust':
      return <AdjustPanel customer={{ ...person, card }} onClose={onClose} />;
    case 'transfer':
      return <TransferPanel customer={{ ...person, card }} onClose={onClose} />;
    case 'vouchers':
      return <CustomerVouchers customer={person} onGrant={() => onOpen('voucher')} onClose={onClose} />;
    case 'voucher':
      return <GrantPanel customer={person} onClose={() => onOpen('vouchers')} />;
    case 'booking':
      return <CustomerBooking page={page} onClose={onClose} />;
    case 'complaint':
      return <CustomerComplaint page={page} onClose={onClose} />;
    case 'enquiry':
      return <CustomerEnquiry page={page} onClose={onClose} />;
    case 'club':
    case 'agency':
    case 'rescues':
    case 'claims':
      return <CustomerClub key={wanted} page={page} what={wanted} onOpen={onOpen} onClose={onClose} />;
    case 'promise':
      return (
        <PromisePanel
          form={`customer.${page.customer.id}.promise`}
          sub={page.customer.name}
          to={{ customerId: page.customer.id, complaintId: null }}
          ownerId={null}
          onClose={onClose}
        />
      );
    case 'delivery':
      return <CustomerDelivery page={page} onClose={onClose} />;
    case 'prospect':
      return <CustomerProspect customer={page.customer} onClose={onClose} />;
    case 'join':
      return <JoinPanel customer={page.customer} onClose={onClose} />;
    case 'card':
    case 'renew':
    case 'upgrade':
      return (
        <CustomerMembership customer={page.customer} card={card} what={wanted} onClose={onClose} onOpen={onOpen} />
      );
    default:
      return null;
  }
};

export default CustomerPanels;

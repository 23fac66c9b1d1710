import type { deliveryErrors as source } from '../zh-CN/deliveryErrors.ts';

export const deliveryErrors: typeof source = {
  reason: {
    'delivery-not-found': 'This delivery was not found. It may have been undone.',
    'delivery-ended': 'This delivery has been handed over or cancelled and cannot be changed any more.',
    'delivery-open': 'This car is on the delivery board already.',
    'vehicle-delivered': 'This car has been delivered already.',
    'delivery-vehicle-gone':
      'This car was removed, sold or passed to somebody else, so it cannot be delivered to this customer.',
    'customer-has-delivery':
      'A car of this customer is not delivered yet, so the file cannot be deleted. Deliver it or cancel the delivery first.',
    'vehicle-has-delivery': 'This car has a delivery on record and cannot be removed.',
  },
  field: {
    'delivery-ahead': 'The handover cannot lie in the future',
    'delivery-too-long-ago': 'More than 30 days ago: enter the delivery day on the vehicle instead',
    'checklist-open': '{{count}} items are still open, please say why',
    'delivery-check-unknown': 'The checklist has no such item any more',
  },
  fieldName: {
    plannedDay: 'Planned day',
    plannedTime: 'Planned time',
    deliveryChecklist: 'Delivery checklist',
  },
};

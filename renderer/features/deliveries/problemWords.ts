import type { TFunction } from 'i18next';
import type { NewProblem } from './deliveryDraft.ts';

export const problemWords = (problem: NewProblem, t: TFunction): string => {
  switch (problem) {
    case 'day-invalid':
      return t('customer.check.day-invalid');
    case 'time-invalid':
      return t('customer.check.time-invalid');
    case 'time-no-day':
      return t('deliveries.form.timeNoDay');
    case 'who-missing':
      return t('deliveries.form.whoMissing');
    case 'vehicle-missing':
      return t('deliveries.form.vehicleMissing');
    case 'car-missing':
      return t('deliveries.form.carMissing');
  }
};

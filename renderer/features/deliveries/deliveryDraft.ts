import { dayOrNull } from '../customer/typedDay.ts';
import { timeOrNull } from '../customer/visitDraft.ts';
import type { AddInput, DeliveryPage, OpenStep } from './shapes.ts';

/** What of a delivery is planned, while it is typed. */
export interface PlanDraft {
  readonly day: string;
  readonly time: string;
  readonly adviserId: string;
  readonly ceremony: string;
  readonly note: string;
}

/** A new one: who and which car beside it. */
export interface NewDraft extends PlanDraft {
  readonly customer: { readonly id: string; readonly name: string } | null;
  /** '' while none is chosen, `otherCar` for one that is not on file */
  readonly vehicleId: string;
  readonly series: string;
  readonly model: string;
  readonly vin: string;
  readonly plate: string;
  readonly color: string;
  readonly step: OpenStep;
}

export const otherCar = 'other';

export const newDelivery = (
  customer: NewDraft['customer'],
  { vehicleId = '', day = '' }: { readonly vehicleId?: string; readonly day?: string } = {},
): NewDraft => ({
  customer,
  vehicleId,
  series: '',
  model: '',
  vin: '',
  plate: '',
  color: '',
  step: 'inspection',
  day,
  time: '',
  adviserId: '',
  ceremony: '',
  note: '',
});

export const planOf = (delivery: DeliveryPage): PlanDraft => ({
  day: delivery.plannedDay ?? '',
  time: delivery.plannedTime ?? '',
  adviserId: delivery.adviserId ?? '',
  ceremony: delivery.ceremony ?? '',
  note: delivery.note ?? '',
});

/** A car of the customer, as far as it matters whether it waits to be delivered. */
interface OwnedCar {
  readonly id: string;
  readonly deliveryDay: string | null;
  readonly lastVisitDay: string | null;
}

/** Cars that may still be to be delivered; those that were in the workshop last, for somebody drives them. */
export const carsToDeliver = <Car extends OwnedCar>(cars: readonly Car[], today: string): readonly Car[] => {
  const waiting = cars.filter(({ deliveryDay }) => deliveryDay === null || deliveryDay >= today);
  return [
    ...waiting.filter(({ lastVisitDay }) => lastVisitDay === null),
    ...waiting.filter(({ lastVisitDay }) => lastVisitDay !== null),
  ];
};

/** The car that is meant where none was chosen: the only one that nobody drives yet, or one that is not on file. */
export const meantCar = (cars: readonly OwnedCar[]): string => {
  const [first, second] = cars.filter(({ lastVisitDay }) => lastVisitDay === null);
  if (first && !second) return first.id;
  return cars.length === 0 ? otherCar : '';
};

export type PlanProblem = 'day-invalid' | 'time-invalid' | 'time-no-day';
export type NewProblem = PlanProblem | 'who-missing' | 'vehicle-missing' | 'car-missing';
export type PlanPath = 'day' | 'time';
export type NewPath = PlanPath | 'who' | 'vehicleId' | 'series';

export const checkPlan = ({ day, time }: PlanDraft): Readonly<Partial<Record<PlanPath, PlanProblem>>> => {
  const timed = time.trim() !== '';
  return {
    ...(day.trim() !== '' && dayOrNull(day) === null ? { day: 'day-invalid' as const } : {}),
    ...(timed && timeOrNull(time) === null
      ? { time: 'time-invalid' as const }
      : timed && day.trim() === ''
        ? { time: 'time-no-day' as const }
        : {}),
  };
};

/** @param vehicleId the chosen car, or the one that is meant */
export const checkNew = (draft: NewDraft, vehicleId: string): Readonly<Partial<Record<NewPath, NewProblem>>> => ({
  ...checkPlan(draft),
  ...(draft.customer === null ? { who: 'who-missing' as const } : {}),
  ...(draft.customer !== null && vehicleId === '' ? { vehicleId: 'vehicle-missing' as const } : {}),
  ...(vehicleId === otherCar && [draft.series, draft.vin, draft.plate].every((part) => part.trim() === '')
    ? { series: 'car-missing' as const }
    : {}),
});

const known = (text: string): string | null => text.trim() || null;

/** As the store takes it; call it once `checkPlan` finds nothing. */
export const planInputOf = (draft: PlanDraft) => ({
  plannedDay: dayOrNull(draft.day),
  plannedTime: timeOrNull(draft.time),
  adviserId: draft.adviserId || null,
  ceremony: known(draft.ceremony),
  note: known(draft.note),
});

export const addInputOf = (draft: NewDraft, vehicleId: string): Omit<AddInput, 'requestId'> | null => {
  if (draft.customer === null) return null;
  const { series, model, vin, plate, color } = draft;
  return {
    customerId: draft.customer.id,
    ...(vehicleId === otherCar
      ? {
          vehicle: {
            series: known(series),
            model: known(model),
            vin: known(vin),
            plate: known(plate),
            color: known(color),
          },
        }
      : { vehicleId }),
    step: draft.step,
    ...planInputOf(draft),
  };
};

import { describe, expect, it } from 'vitest';
import {
  addInputOf,
  carsToDeliver,
  checkNew,
  meantCar,
  newDelivery,
  otherCar,
  planInputOf,
} from '../../renderer/features/deliveries/deliveryDraft.ts';

const today = '2026-11-22';
const customer = { id: 'c', name: '苏晓' };
const car = (id: string, deliveryDay: string | null, lastVisitDay: string | null = null) => ({
  id,
  deliveryDay,
  lastVisitDay,
});

describe('the car that is meant', () => {
  it('is the only one that nobody drives yet, or one not on file', () => {
    expect(meantCar([])).toBe(otherCar);
    expect(meantCar([car('new', null)])).toBe('new');
    expect(meantCar([car('new', null), car('driven', null, '2026-01-02')])).toBe('new');
    expect(meantCar([car('one', null), car('two', today)])).toBe('');
    expect(meantCar([car('driven', null, '2026-01-02')])).toBe('');
  });

  it('is none that was delivered', () => {
    const cars = [car('old', '2020-05-01'), car('driven', null, '2026-01-02'), car('today', today), car('new', null)];
    expect(carsToDeliver(cars, today).map(({ id }) => id)).toEqual(['today', 'new', 'driven']);
  });
});

describe('a new delivery', () => {
  it('wants who and which car; a time wants a day', () => {
    expect(checkNew(newDelivery(null), '')).toEqual({ who: 'who-missing' });
    expect(checkNew(newDelivery(customer), '')).toEqual({ vehicleId: 'vehicle-missing' });
    expect(checkNew(newDelivery(customer), otherCar)).toEqual({ series: 'car-missing' });
    expect(checkNew({ ...newDelivery(customer), time: '10:00' }, 'v')).toEqual({ time: 'time-no-day' });
    expect(checkNew({ ...newDelivery(customer), day: '20261131', time: '99' }, 'v')).toEqual({
      day: 'day-invalid',
      time: 'time-invalid',
    });
    expect(checkNew(newDelivery(customer), 'v')).toEqual({});
  });

  it('is sent as the store takes it', () => {
    const draft = { ...newDelivery(customer, { day: '20261125' }), time: '9:30', series: '天籁', note: '  ' };
    expect(planInputOf(draft)).toMatchObject({ plannedDay: '2026-11-25', plannedTime: '09:30', note: null });
    expect(addInputOf(draft, 'v')).toMatchObject({ customerId: 'c', vehicleId: 'v', step: 'inspection' });
    expect(addInputOf(draft, otherCar)).toMatchObject({ vehicle: { series: '天籁', vin: null } });
    expect(addInputOf(newDelivery(null), 'v')).toBeNull();
  });
});

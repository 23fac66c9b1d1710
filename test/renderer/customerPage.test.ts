import { describe, expect, test } from 'vitest';
import { consentOf, consentSummary } from '../../renderer/features/customer/consentSummary.ts';
import { groupChanges } from '../../renderer/features/customer/groupChanges.ts';
import type { DueItem, TimelineItem, VehicleFacts } from '../../renderer/features/customer/shapes.ts';
import { vehicleBadges } from '../../renderer/features/customer/vehicleBadges.ts';

const today = '2026-11-22';
const vehicle: VehicleFacts = {
  id: 'v1',
  version: 1,
  plate: '京A3K927',
  vin: null,
  vinOk: true,
  brand: null,
  series: null,
  model: null,
  color: null,
  energy: null,
  use: 'private',
  purchasedHere: true,
  purchaseDay: null,
  deliveryDay: null,
  warrantyEndDay: null,
  warrantyKm: null,
  roadConditions: null,
  note: null,
  mileage: null,
  mileageDay: null,
  lastVisitDay: null,
  visitCount: 0,
  insuranceEndDay: null,
  inspectionDueDay: null,
  serviceFromDay: null,
  serviceToDay: null,
  openingSpendFen: 0,
  status: 'active',
  statusDay: null,
};
const due = (change: Partial<DueItem>): DueItem => ({
  kind: 'insurance',
  urgency: 'soon',
  day: today,
  days: 0,
  vehicleId: 'v1',
  label: '京A3K927',
  lunarText: null,
  ...change,
});
const badges = (facts: Partial<VehicleFacts>, items: DueItem[] = []) =>
  vehicleBadges({ ...vehicle, ...facts }, items, today).map(({ text, tone, values }) => [text, tone, values]);

describe('a vehicle’s card', () => {
  test('says nothing where nothing is known', () => {
    expect(badges({})).toEqual([]);
  });

  test('the service band: ahead of it, within it, past it', () => {
    const band = { serviceFromDay: '2026-12-01', serviceToDay: '2027-06-30' };
    expect(badges(band)).toEqual([['serviceFrom', 'plain', { day: '2026-12' }]]);
    expect(badges({ ...band, serviceFromDay: today })).toEqual([['serviceTo', 'plain', { n: 220 }]]);
    expect(badges({ serviceFromDay: '2026-01-01', serviceToDay: '2026-11-12' })).toEqual([
      ['serviceOver', 'red', { n: 10 }],
    ]);
  });

  test('insurance: the last day is still a covered one', () => {
    expect(badges({ insuranceEndDay: today })).toEqual([['insuranceToday', 'green', { n: 0 }]]);
    expect(badges({ insuranceEndDay: '2026-11-21' })).toEqual([['insuranceOver', 'red', { n: 1 }]]);
  });

  test('how urgent it is was decided by the store, for this vehicle and no other', () => {
    const facts = { insuranceEndDay: '2026-12-30' };
    expect(badges(facts, [due({})])[0]?.[1]).toBe('amber');
    expect(badges(facts, [due({ vehicleId: 'v2' })])[0]?.[1]).toBe('green');
    expect(badges(facts, [due({ kind: 'inspection' })])[0]?.[1]).toBe('green');
  });

  test('an inspection far off is a month, a near one days', () => {
    expect(badges({ inspectionDueDay: '2027-06-15' })[0]).toEqual(['inspection', 'plain', { day: '2027-06' }]);
    expect(badges({ inspectionDueDay: '2026-12-22' })[0]).toEqual(['inspectionSoon', 'plain', { n: 30 }]);
  });
});

describe('consent', () => {
  test('the latest word counts, and no word is no consent', () => {
    const consents = [
      { purpose: 'marketingSms', state: 'granted', at: 1 },
      { purpose: 'marketingSms', state: 'withdrawn', at: 2 },
      { purpose: 'wechat', state: 'granted', at: 1 },
      { purpose: 'shareInsurer', state: 'refused', at: 1 },
    ] as const;
    expect(consentOf([...consents], 'marketingSms')).toBe('withdrawn');
    expect(consentOf([...consents], 'marketingPhone')).toBe('unknown');
    expect(consentSummary([...consents])).toEqual({
      agreed: ['wechat'],
      refused: ['marketingSms', 'shareInsurer'],
    });
  });
});

describe('the timeline', () => {
  const change = (id: string, at: number, action = 'imports.apply'): TimelineItem => ({
    id,
    kind: 'change',
    at,
    day: today,
    by: '周凯',
    change: { entity: 'vehicle', op: 'insert', columns: [], action, command: at, undone: false },
  });
  const note = (id: string, at: number): TimelineItem => ({ id, kind: 'note', at, day: today, by: '周凯', text: 'x' });
  const ids = (items: TimelineItem[]) => groupChanges(items).map((line) => line.map((item) => item.id));

  test('what one command changed is one line, in the order in which it came', () => {
    expect(ids([change('c', 5), change('b', 5), change('a', 5), note('n', 4), change('z', 3)])).toEqual([
      ['c', 'b', 'a'],
      ['n'],
      ['z'],
    ]);
  });

  test('other times, other actions and notes stand alone', () => {
    expect(
      ids([change('a', 5), change('b', 4), change('c', 4, 'customers.update'), note('d', 4), note('e', 4)]),
    ).toEqual([['a'], ['b'], ['c'], ['d'], ['e']]);
  });
});

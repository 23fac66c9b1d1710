// @vitest-environment jsdom
import i18next from 'i18next';
import { beforeAll, describe, expect, test } from 'vitest';
import { changeWords, deedWords } from '../../renderer/features/customer/changeWords.ts';
import { consentOf, consentSummary } from '../../renderer/features/customer/consentSummary.ts';
import { groupChanges } from '../../renderer/features/customer/groupChanges.ts';
import type { DueItem, TimelineItem, VehicleFacts } from '../../renderer/features/customer/shapes.ts';
import { vehicleBadges } from '../../renderer/features/customer/vehicleBadges.ts';
import { startI18n } from '../../renderer/i18n/index.ts';

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

describe('a policy on the timeline', () => {
  beforeAll(() => startI18n('zh-CN'));
  const policy = { plate: '京A3K927', kind: 'commercial', insurer: '平安', endDay: '2027-11-30' } as const;
  const said = (action: string, more: object = {}): string => {
    const change = { entity: 'policy', op: 'insert' as const, columns: [], action, command: 1, undone: false, ...more };
    return deedWords(change, i18next.t) ?? changeWords(change, i18next.t);
  };

  test.each([
    ['vehicles.addPolicy', { policy }, '登记保单：京A·3K927 商业险 平安，至 2027-11-30'],
    ['vehicles.removePolicy', { policy }, '移除保单：京A·3K927 商业险 平安，至 2027-11-30'],
    ['vehicles.addPolicy', { policy: { ...policy, plate: null, insurer: null } }, '登记保单：商业险，至 2027-11-30'],
    ['changes.undo', { policy }, '撤销了之前的操作'],
    ['vehicles.addPolicy', {}, '新建保单'],
  ])('%s', (action, more, words) => {
    expect(said(action, more)).toBe(words);
  });
});

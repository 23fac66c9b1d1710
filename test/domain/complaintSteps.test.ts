import { describe, expect, it, test } from 'vitest';
import { numberAfter, numberHead } from '../../db/domain/complaints/number.ts';
import {
  closesWithoutAsking,
  primaryDeed,
  stepAfter,
  stepRefusal,
  stepsInOrder,
} from '../../db/domain/complaints/steps.ts';
import { sameTrouble, type TwinFacts } from '../../db/domain/complaints/twins.ts';

describe('the steps of a complaint', () => {
  it('the one deed of a screen leads on at every step, to the archive', () => {
    const way: string[] = [];
    for (let step: (typeof stepsInOrder)[number] = 'received'; ; ) {
      way.push(step);
      const deed = primaryDeed(step);
      if (deed === null) break;
      expect(stepRefusal(deed, step)).toBeNull();
      step = stepAfter(deed, step);
    }
    expect(way).toEqual(stepsInOrder);
  });

  it('while we wait for the customer, the clock comes first', () => {
    expect(primaryDeed('investigating', true)).toBe('resume');
    expect(primaryDeed('closed', true)).toBeNull();
  });

  test.each([
    ['investigate', 'received', 'step-not-yet'],
    ['investigate', 'proposed', 'step-past'],
    ['propose', 'received', null],
    ['propose', 'proposed', null],
    ['propose', 'agreed', 'step-past'],
    ['answer', 'investigating', 'step-not-proposed'],
    ['answer', 'agreed', 'step-not-proposed'],
    ['finish', 'proposed', 'step-not-agreed'],
    ['askBack', 'agreed', 'step-not-done'],
    ['askBack', 'askedBack', null],
    ['close', 'done', 'step-not-asked-back'],
    ['close', 'askedBack', null],
    ['close', 'closed', 'complaint-closed'],
    ['reopen', 'askedBack', 'complaint-open'],
    ['reopen', 'closed', null],
    ['pause', 'received', 'step-not-yet'],
    ['pause', 'closed', 'complaint-closed'],
    ['contact', 'closed', null],
  ] as const)('%s at %s: %s', (deed, step, refusal) => {
    expect(stepRefusal(deed, step)).toBe(refusal);
  });

  it('a no leads back under investigation, an unmoved deed stays', () => {
    expect(stepAfter('answer', 'proposed', true)).toBe('investigating');
    expect(stepAfter('askBack', 'done', true)).toBe('investigating');
    expect(stepAfter('contact', 'received')).toBe('acknowledged');
    expect(stepAfter('contact', 'done')).toBe('done');
    expect(stepAfter('pause', 'agreed')).toBe('agreed');
  });

  it('is archived unasked where there is nothing to ask, or nobody', () => {
    const customer = { customerId: 'c', strangerPhone: null };
    expect(closesWithoutAsking('withdrawn', customer)).toBe(true);
    expect(closesWithoutAsking('unfounded', customer)).toBe(true);
    expect(closesWithoutAsking('solved', customer)).toBe(false);
    expect(closesWithoutAsking('solved', { customerId: null, strangerPhone: '13800138000' })).toBe(false);
    expect(closesWithoutAsking('solved', { customerId: null, strangerPhone: null })).toBe(true);
  });
});

test('numbers count up within their month, past 999 too', () => {
  const head = numberHead('2026-11-22');
  expect(head).toBe('T2611-');
  expect([null, 'T2611-006', 'T2611-099', 'T2611-999', 'T2611-1000'].map((last) => numberAfter(head, last))).toEqual([
    'T2611-001',
    'T2611-007',
    'T2611-100',
    'T2611-1000',
    'T2611-1001',
  ]);
});

describe('twins', () => {
  const none: TwinFacts = { vehicleId: null, vin: null, part: null, about: null, cause: null, category: null };
  const same = (a: Partial<TwinFacts>, b: Partial<TwinFacts>) =>
    sameTrouble({ ...none, ...a }, { ...none, ...b }, (category) => category.startsWith('product'));

  it('nothing known on both sides is nothing in common', () => {
    expect(same({}, {})).toEqual([]);
    expect(same({ part: '  ' }, { part: '' })).toEqual([]);
  });

  it('one VIN may have had two files', () => {
    expect(same({ vehicleId: 'a' }, { vehicleId: 'a' })).toEqual(['vehicle']);
    expect(same({ vehicleId: 'a', vin: 'lsv1' }, { vehicleId: 'b', vin: 'LSV1' })).toEqual(['vehicle']);
  });

  it('a part is the same however it is typed', () => {
    expect(same({ part: ' 鼓风机 ' }, { part: '鼓风机' })).toEqual(['part']);
    expect(same({ part: 'ＡBS 泵' }, { part: 'abs 泵' })).toEqual(['part']);
    expect(
      same({ part: '鼓风机', category: 'product.aircon' }, { part: '压缩机', category: 'product.aircon' }),
    ).toEqual([]);
  });

  it('where either names no part, the same leaf of a defect category stands for it', () => {
    expect(same({ category: 'product.aircon' }, { category: 'product.aircon' })).toEqual(['part']);
    expect(same({ category: 'product.aircon', part: '鼓风机' }, { category: 'product.aircon' })).toEqual(['part']);
    expect(same({ category: 'product' }, { category: 'product' })).toEqual([]);
    expect(same({ category: 'service.again' }, { category: 'service.again' })).toEqual([]);
  });

  it('the person and the cause', () => {
    expect(same({ about: '张强', cause: 'manner' }, { about: '张强', cause: 'manner' })).toEqual(['about', 'cause']);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkCustomerRow, hasVehicle } from '../../db/domain/import/customerRow.ts';
import { customerFields, fieldsOf, missingFields } from '../../db/domain/import/fields.ts';
import { checkMemberRow } from '../../db/domain/import/memberRow.ts';
import { checkServiceOrderRow } from '../../db/domain/import/serviceOrderRow.ts';

const context = { today: '2026-11-22' };
const tiers = ['银卡', '金卡', '钻石卡'];
const codes = (checked: { problems: { column: string | null; code: string; level: string }[] }) =>
  checked.problems.map(({ column, code, level }) => `${column} ${code} ${level}`);

describe('customers', () => {
  const customer = { name: '王伟', phone: '13800138000' };

  test('a dirty row is cleaned without a warning', () => {
    const checked = checkCustomerRow(
      {
        name: ' 王　伟',
        gender: '先生',
        phone: '+86 138-0013-8000／13900139000',
        residentId: '11010519491231002x',
        plate: '宁ＣＦ７６７８０',
        vin: 'lgbh1f9h5he601147',
        purchaseDay: '2019年2月4日',
        deliveryDay: 43823,
        lastMileage: '90,802公里',
        openingSpend: '¥1,234.50',
        use: '非营运',
        note: '多行\r\n备注',
        color: '-',
      },
      context,
    );
    expect(checked.problems.filter(({ code }) => code !== 'vin-check-digit')).toEqual([]);
    expect(checked.row).toMatchObject({
      name: '王伟',
      kind: 'person',
      gender: 'male',
      phones: [
        { number: '13800138000', kind: 'mobile', extension: null },
        { number: '13900139000', kind: 'mobile', extension: null },
      ],
      residentId: '11010519491231002X',
      birthday: { calendar: 'solar', year: 1949, month: 12, day: 31, leap: false },
      plate: '宁CF76780',
      vin: 'LGBH1F9H5HE601147',
      purchaseDay: '2019-02-04',
      deliveryDay: '2019-12-24',
      lastMileage: 90802,
      openingSpendFen: 123450,
      use: 'private',
      note: '多行\n备注',
      color: null,
    });
    expect(JSON.parse(JSON.stringify(checked.row))).toEqual(checked.row);
  });

  test.each([
    [{ ...customer, name: '' }, ['name name-missing error']],
    [{ ...customer, name: '-' }, ['name name-missing error']],
    [{ ...customer, phone: '1380013800' }, ['phone phone-invalid error']],
    [{ ...customer, phone: null }, ['phone phone-missing warning']],
    [{ ...customer, phone: 1.38001e20 }, ['phone digits-lost error']],
    [{ ...customer, phone: '1.38E+10' }, ['phone digits-lost error']],
    [{ ...customer, residentId: 330106199104030600 }, ['residentId digits-lost error']],
    [{ ...customer, purchaseDay: '2021-02-30' }, ['purchaseDay day-invalid error']],
    [{ ...customer, openingSpend: '12,3x4' }, ['openingSpend amount-invalid error']],
    [{ ...customer, openingSpend: '-' }, []],
    [{ ...customer, vin: 'LGBH1F9H5HE60114' }, ['vin vin-length error']],
    [{ ...customer, vin: 'LGBH1F9H5HE60114O' }, ['vin vin-characters error']],
    [{ ...customer, vin: 'WP0ZZZ99ZTS392124' }, ['vin vin-check-digit warning']],
    [{ ...customer, plate: '使123456' }, ['plate plate-odd warning']],
    [{ ...customer, plate: '未上牌' }, []],
    [{ ...customer, residentId: '110105194912310021' }, ['residentId resident-id-check-digit warning']],
    [{ ...customer, residentId: '123' }, ['residentId resident-id-length warning']],
    [{ ...customer, gender: '?' }, ['gender gender-unknown warning']],
    [{ ...customer, birthday: '13-40' }, ['birthday birthday-invalid warning']],
    [{ ...customer, lastMileage: '很多' }, ['lastMileage mileage-invalid warning']],
    [{ ...customer, note: '=1+1' }, ['note cell-formula error']],
    [{ ...customer, note: 'a\u0000' }, ['note text-invalid error']],
    [{ ...customer, name: '王\uFFFD' }, ['name text-invalid error']],
    [{ ...customer, name: '王'.repeat(61) }, ['name text-too-long error']],
  ])('%j', (cells, expected) => {
    const checked = checkCustomerRow(cells, context);
    expect(codes(checked)).toEqual(expected);
    expect(checked.row === null).toBe(expected.some((line) => line.endsWith('error')));
  });

  test('a formula is named by its field', () => {
    expect(codes(checkCustomerRow(customer, { ...context, formulas: ['phone'] }))).toContain(
      'phone cell-formula error',
    );
  });

  test('a company, and a customer without a car', () => {
    const checked = checkCustomerRow({ name: '杭州远航物流有限公司', phone: '0571-87654321' }, context);
    expect(checked.row).toMatchObject({ kind: 'company', phones: [{ kind: 'landline' }] });
    expect(checked.row && hasVehicle(checked.row)).toBe(false);
  });

  test('whatever stands in the cells, a row or problems come out', () => {
    const cell = fc.oneof(fc.string({ unit: 'binary', maxLength: 30 }), fc.double(), fc.constant(null));
    const cells = fc.dictionary(fc.constantFrom(...customerFields), cell);
    fc.assert(
      fc.property(cells, (value) => {
        const { row, problems } = checkCustomerRow(value, context);
        expect(row === null).toBe(problems.some(({ level }) => level === 'error'));
        expect(JSON.stringify(problems).isWellFormed()).toBe(true);
        if (row) expect(JSON.parse(JSON.stringify(row))).toEqual(row);
      }),
    );
  });
});

describe('members', () => {
  const member = {
    cardNumber: 81000006,
    name: '任华雨',
    phone: 17675854917,
    tier: '银卡',
    cumulativePoints: 16640,
    redeemablePoints: 12470,
  };

  test('numbers stored as numbers keep their digits', () => {
    const { row, problems } = checkMemberRow(
      { ...member, joinMode: '交会费入会', joinDay: '2024年2月27日', validThrough: '2025-02-26' },
      { ...context, tiers },
    );
    expect(problems).toEqual([]);
    expect(row).toMatchObject({
      cardNumber: '81000006',
      phones: [{ number: '17675854917' }],
      joinMode: 'fee',
      joinDay: '2024-02-27',
      tier: '银卡',
    });
  });

  test.each([
    [{ cardNumber: '' }, ['cardNumber card-missing error']],
    [{ cardNumber: '-' }, ['cardNumber card-missing error']],
    [{ cardNumber: '卡一' }, ['cardNumber card-invalid error']],
    [{ cardNumber: 6222021234567890 }, ['cardNumber digits-lost error']],
    [{ tier: '铂金卡' }, ['tier tier-unknown error']],
    [{ tier: null }, ['tier tier-unknown error']],
    [{ cumulativePoints: '一千' }, ['cumulativePoints points-invalid error']],
    [{ redeemablePoints: -1 }, ['redeemablePoints points-invalid error']],
    [{ redeemablePoints: 16641 }, ['redeemablePoints points-exceed error']],
    [{ redeemablePoints: 16640 }, []],
    [{ joinMode: '朋友介绍' }, ['joinMode join-mode-unknown warning']],
    [{ joinDay: '2025-01-01', validThrough: '2024-12-31' }, ['validThrough expiry-before-join warning']],
  ])('%j', (change, expected) => {
    expect(codes(checkMemberRow({ ...member, ...change }, { ...context, tiers }))).toEqual(expected);
  });

  test('five ways to join', () => {
    const modes = ['销售入会', '带车入会', '消费入会', '驾培入会', '交会费入会'].map(
      (joinMode) => checkMemberRow({ ...member, joinMode }, { ...context, tiers }).row?.joinMode,
    );
    expect(modes).toEqual(['sale', 'vehicle', 'spend', 'training', 'fee']);
  });
});

describe('service orders', () => {
  const order = {
    orderNo: 'ro2019000000',
    vin: 'LGBH25327LC298274',
    arrivedDay: '2025-10-14 9:05',
    category: '钣喷',
    amount: '524.26',
  };

  test('an order', () => {
    expect(
      checkServiceOrderRow(
        { ...order, plate: '闽ZJRLJH', mileage: 133151, listAmount: 566.2, adviser: '李敏' },
        context,
      ),
    ).toEqual({
      row: {
        orderNo: 'RO2019000000',
        vin: 'LGBH25327LC298274',
        plate: '闽ZJRLJH',
        arrivedDay: '2025-10-14',
        arrivedTime: '09:05',
        mileage: 133151,
        category: 'bodyPaint',
        listFen: 56620,
        amountFen: 52426,
        costFen: null,
        adviser: '李敏',
        description: null,
        note: null,
      },
      problems: [],
    });
  });

  test.each([
    [{ amount: '-' }, ['amount amount-missing error']],
    [{ amount: null }, ['amount amount-missing error']],
    [{ amount: 'x' }, ['amount amount-invalid error']],
    [{ orderNo: ' ' }, ['orderNo order-missing error']],
    [{ arrivedDay: '-' }, ['arrivedDay day-missing error']],
    [{ arrivedDay: '2025-02-30' }, ['arrivedDay day-invalid error']],
    [{ category: '洗车' }, ['category category-unknown error']],
    [{ category: null }, ['category category-unknown error']],
    [{ vin: '-' }, ['vin vehicle-missing error']],
    [{ vin: null, plate: '京A3K927' }, []],
    [{ vin: 'WP0ZZZ99ZTS392124' }, []],
  ])('%j', (change, expected) => {
    expect(codes(checkServiceOrderRow({ ...order, ...change }, context))).toEqual(expected);
  });

  test('columns that must be there', () => {
    expect(missingFields('service-orders', { orderNo: 0, arrivedDay: 1, category: 2, amount: 3 })).toEqual(['vin']);
    expect(missingFields('customers', { name: 0 })).toEqual(['phone']);
    expect(
      fieldsOf('members')
        .filter(({ required }) => required)
        .map(({ field }) => field),
    ).toEqual(['cardNumber', 'name', 'tier']);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { luhnDigit, luhnOk, newCardNumber } from '../../db/domain/luhn.ts';
import { checkPhone, formatPhone, maskPhone, splitPhones } from '../../db/domain/phone.ts';
import { canonicalPlate, checkPlate, formatPlate, isNoPlate, plateProvinces } from '../../db/domain/plate.ts';
import { checkResidentId, residentIdCheckDigit } from '../../db/domain/residentId.ts';
import { checkVin, vinCheckDigit } from '../../db/domain/vin.ts';

const fullWidth = (text: string) =>
  Array.from(text, (sign) =>
    sign > ' ' && sign <= '~' ? String.fromCharCode(sign.charCodeAt(0) + 0xfee0) : sign,
  ).join('');

describe('phones', () => {
  const mobile = fc
    .tuple(fc.integer({ min: 3, max: 9 }), fc.integer({ min: 0, max: 999_999_999 }))
    .map(([second, rest]) => `1${second}${String(rest).padStart(9, '0')}`);

  test('a mobile is read through every dress it wears', () => {
    fc.assert(
      fc.property(
        mobile,
        fc.constantFrom('', '+86', '+86 ', '86', '0086-', '(+86)'),
        fc.constantFrom('', ' ', '-'),
        fc.boolean(),
        (number, code, gap, wide) => {
          const written = `${code}${number.slice(0, 3)}${gap}${number.slice(3, 7)}${gap}${number.slice(7)}`;
          expect(checkPhone(wide ? fullWidth(written) : written)).toEqual({ ok: true, number, kind: 'mobile' });
        },
      ),
    );
  });

  test('a digit more or less is no mobile', () => {
    fc.assert(
      fc.property(mobile, fc.integer({ min: 1, max: 10 }), (number, at) => {
        expect(checkPhone(number.slice(0, at) + number.slice(at + 1)).ok).toBe(false);
        expect(checkPhone(`${number}${at % 10}`).ok).toBe(false);
      }),
    );
  });

  test.each([
    ['010-65529988', '01065529988', 'landline', undefined],
    ['(0571) 8765 4321', '057187654321', 'landline', undefined],
    ['020-12345678-801', '02012345678', 'landline', '801'],
    ['0755-1234567转12', '07551234567', 'landline', '12'],
    ['+86 10 6552 9988', '01065529988', 'landline', undefined],
    ['65529988', '65529988', 'landline', undefined],
    ['400-820-8820', '4008208820', 'service', undefined],
    ["'13800138000", '13800138000', 'mobile', undefined],
  ])('%s', (written, number, kind, extension) => {
    expect(checkPhone(written)).toEqual(extension ? { ok: true, number, kind, extension } : { ok: true, number, kind });
  });

  test.each([
    '',
    '12345',
    '12800138000',
    '19999',
    '一三八',
    '1380013800a',
    '+1 212 555 0100',
    '110',
    '13800138000转5',
    '1.38E+10',
  ])('%j is none', (written) => {
    expect(checkPhone(written)).toEqual({ ok: false, reason: 'phone-invalid' });
  });

  test('shown: whole in groups, or hidden but for its ends', () => {
    expect(maskPhone('13800138000')).toBe('138****8000');
    expect(maskPhone('01065529988')).toBe('010****9988');
    expect(formatPhone('13800138000')).toBe('138 0013 8000');
    expect(formatPhone('01065529988')).toBe('010 6552 9988');
    expect(formatPhone('4008208820')).toBe('400 820 8820');
    expect(splitPhones('13800138000/13900139000；010-65529988')).toEqual([
      '13800138000',
      '13900139000',
      '010-65529988',
    ]);
  });
});

describe('plates', () => {
  test.each([
    ['京A3K927', '京A3K927', 'ordinary'],
    ['京a·3k927', '京A3K927', 'ordinary'],
    ['宁ＣＦ７６７８０', '宁CF76780', 'newEnergySmall'],
    ['粤 B-D12345', '粤BD12345', 'newEnergySmall'],
    ['沪AA12345', '沪AA12345', 'newEnergySmall'],
    ['粤B12345D', '粤B12345D', 'newEnergyLarge'],
    ['京A1234学', '京A1234学', 'learner'],
    ['京A1234警', '京A1234警', 'police'],
    ['粤Z1234港', '粤Z1234港', 'hongKongMacau'],
    ['鲁B1234挂', '鲁B1234挂', 'trailer'],
    ['琼SLVUTM', '琼SLVUTM', 'ordinary'],
  ])('%s', (written, plate, kind) => {
    expect(checkPlate(written)).toEqual({ ok: true, plate, kind });
  });

  test.each(['京A3O927', '京AI1234', '京I12345', '使123456', '京A1234领', '京A12', 'ABC123', '京AL12345', '京A12345L'])(
    '%s is odd and kept',
    (written) => {
      expect(checkPlate(written)).toEqual({ ok: false, plate: written, reason: 'plate-odd' });
    },
  );

  test('cleaning is done once and for all, and the dot comes and goes', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."京粤aＡz3３·•．. -'　学"), maxLength: 12 }), (written) => {
        const plate = canonicalPlate(written);
        expect(canonicalPlate(plate)).toBe(plate);
      }),
    );
    expect(formatPlate('京A3K927')).toBe('京A·3K927');
    expect(formatPlate('使123456')).toBe('使123456');
    expect(Array.from(plateProvinces)).toHaveLength(31);
  });

  test('a new car has none', () => {
    for (const text of ['', '-', '无', '未上牌', '新车', '暂无']) expect(isNoPlate(text)).toBe(true);
    expect(isNoPlate('京A3K927')).toBe(false);
  });
});

describe('VIN', () => {
  const vin = fc
    .array(fc.constantFrom(...'ABCDEFGHJKLMNPRSTUVWXYZ0123456789'), { minLength: 17, maxLength: 17 })
    .map((signs) => signs.join(''));

  test('the published examples: an American one passes, a European one warns', () => {
    expect(checkVin('1M8GDM9AXKP042788')).toEqual({ ok: true, vin: '1M8GDM9AXKP042788', checkDigitOk: true });
    expect(checkVin('1m8gdm9axkp042788')).toMatchObject({ vin: '1M8GDM9AXKP042788', checkDigitOk: true });
    expect(checkVin('WP0ZZZ99ZTS392124')).toMatchObject({ ok: true, checkDigitOk: false });
  });

  test('the digit that is computed is the one that passes, and no other', () => {
    fc.assert(
      fc.property(vin, fc.constantFrom(...'0123456789X'), (text, digit) => {
        const right = vinCheckDigit(text);
        expect(checkVin(text.slice(0, 8) + right + text.slice(9))).toMatchObject({ ok: true, checkDigitOk: true });
        expect(checkVin(text.slice(0, 8) + digit + text.slice(9))).toMatchObject({ checkDigitOk: digit === right });
      }),
    );
  });

  test('length and letters refuse', () => {
    expect(checkVin('1M8GDM9AXKP04278')).toEqual({ ok: false, reason: 'vin-length' });
    for (const letter of 'IOQ京')
      expect(checkVin(`1M8GDM9AXKP04278${letter}`)).toEqual({ ok: false, reason: 'vin-characters' });
  });
});

describe('resident ID', () => {
  test('the example of the standard', () => {
    expect(checkResidentId('11010519491231002x')).toEqual({
      ok: true,
      id: '11010519491231002X',
      birthday: '1949-12-31',
      sex: 'female',
    });
  });

  test('one changed digit is noticed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }), (at, shift) => {
        const id = '11010519491231002X';
        const changed = id.slice(0, at) + String((Number(id[at]) + shift) % 10) + id.slice(at + 1);
        expect(checkResidentId(changed).ok).toBe(false);
      }),
    );
  });

  test('says what is wrong', () => {
    expect(checkResidentId('1101051949123100')).toMatchObject({ reason: 'resident-id-length' });
    expect(checkResidentId('1101051949123100AX')).toMatchObject({ reason: 'resident-id-characters' });
    expect(checkResidentId('11010519490231002X')).toMatchObject({ reason: 'resident-id-birthday' });
    expect(checkResidentId('110105194912310021')).toMatchObject({
      reason: 'resident-id-check-digit',
      id: '110105194912310021',
    });
  });

  test('an old card of 15 digits becomes 18', () => {
    expect(checkResidentId('110105491231002')).toMatchObject({ ok: true, id: '11010519491231002X' });
    expect(residentIdCheckDigit('11010519491231002')).toBe('X');
  });
});

describe('card numbers', () => {
  test('12 digits that pass their own check, never like a phone', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), (stream) => {
        const number = newCardNumber((limit) => Number(stream.next().value) % limit);
        expect(number).toMatch(/^[2-9]\d{11}$/);
        expect(luhnOk(number)).toBe(true);
        expect(luhnOk(number.slice(0, -1) + String((Number(number.at(-1)) + 1) % 10))).toBe(false);
      }),
    );
    expect(luhnDigit('7992739871')).toBe('3');
    expect(luhnOk('79927398713')).toBe(true);
  });
});

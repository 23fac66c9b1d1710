import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  birthdayDraftOf,
  birthdayOf,
  checkBirthday,
  noBirthday,
} from '../../renderer/features/customer/birthdayDraft.ts';
import { checkCustomer } from '../../renderer/features/customer/checkCustomer.ts';
import { errorPaths } from '../../renderer/features/customer/checkMark.ts';
import {
  type CustomerDraft,
  draftOf,
  emptyDraft,
  firstVehicleOf,
  profileOf,
} from '../../renderer/features/customer/customerDraft.ts';
import { changedFields, joinEdits, settle } from '../../renderer/features/customer/joinEdits.ts';
import { fillFromText, pasteIntoDraft } from '../../renderer/features/customer/pasteIntoDraft.ts';
import { withResidentId } from '../../renderer/features/customer/withResidentId.ts';

const today = '2026-11-22';
const draft = (change: Partial<CustomerDraft>): CustomerDraft => ({ ...emptyDraft, ...change });
const phones = (...numbers: string[]) => numbers.map((number) => ({ number, label: 'mobile' as const }));

describe('checks while one types', () => {
  test('an empty form only lacks the name', () => {
    expect(checkCustomer(emptyDraft, today)).toEqual({ name: { level: 'error', reason: 'name-required' } });
  });

  test('a wrong phone blocks, the same one twice too, and each is said at its own box', () => {
    const marks = checkCustomer(
      draft({ name: '王伟', phones: phones('138 0013 8000', '12345', '13800138000') }),
      today,
    );
    expect(marks['phones.0.number']).toBeUndefined();
    expect(marks['phones.1.number']?.reason).toBe('phone-invalid');
    expect(marks['phones.2.number']?.reason).toBe('phone-repeated');
    expect(errorPaths(marks)).toEqual(['phones.1.number', 'phones.2.number']);
  });

  test('an odd plate and a check digit that does not match warn, a VIN of the wrong length blocks', () => {
    const vehicle = { ...emptyDraft.vehicle, plate: '使12345', vin: '1M8GDM9AXKP042789' };
    const marks = checkCustomer(draft({ name: '王伟', vehicle }), today);
    expect(marks['vehicle.plate']).toEqual({ level: 'warning', reason: 'plate-odd' });
    expect(marks['vehicle.vin']).toEqual({ level: 'warning', reason: 'vin-check-digit' });
    expect(errorPaths(marks)).toEqual([]);
    const short = checkCustomer(draft({ name: '王伟', vehicle: { ...vehicle, vin: '1M8GDM9A' } }), today);
    expect(short['vehicle.vin']).toEqual({ level: 'error', reason: 'vin-length', values: { n: 8 } });
  });

  test('a resident ID is never a reason to refuse', () => {
    const wrong = checkCustomer(draft({ name: '王伟', residentId: '110105194912310021' }), today);
    expect(wrong['residentId']).toMatchObject({ level: 'warning', reason: 'resident-id-check-digit' });
    const man = checkCustomer(draft({ name: '王伟', gender: 'male', residentId: '11010519491231002X' }), today);
    expect(man['residentId']).toMatchObject({ level: 'warning', reason: 'resident-id-sex' });
  });

  test('a company has no birthday to be wrong', () => {
    const birthday = { ...noBirthday, month: '13', day: '1' };
    expect(errorPaths(checkCustomer(draft({ kind: 'company', name: '远图公司', birthday }), today))).toEqual([]);
    expect(errorPaths(checkCustomer(draft({ name: '王伟', birthday }), today))).toEqual(['birthday']);
  });
});

describe('birthdays', () => {
  const lunar = (year: string, month: string, day: string, leap: boolean) =>
    checkBirthday({ calendar: 'lunar', year, month, day, leap }, today);

  test('half a day is not enough, a year alone neither', () => {
    expect(checkBirthday({ ...noBirthday, month: '5' }, today)?.reason).toBe('birthday-incomplete');
    expect(checkBirthday({ ...noBirthday, year: '1979' }, today)?.reason).toBe('birthday-incomplete');
    expect(checkBirthday(noBirthday, today)).toBeNull();
  });

  test('a leap month must exist in its year; without a year anything may have been', () => {
    // 2025 has a leap sixth month, 2024 none
    expect(lunar('2025', '6', '1', true)).toBeNull();
    expect(lunar('2024', '6', '1', true)).toEqual({
      level: 'error',
      reason: 'leap-month-none',
      values: { year: 2024, month: 6 },
    });
    expect(lunar('', '6', '30', true)).toBeNull();
    expect(lunar('', '6', '31', false)?.reason).toBe('birthday-invalid');
  });

  test('nobody is born tomorrow', () => {
    const tomorrow = { ...noBirthday, year: '2026', month: '11', day: '23' };
    expect(checkBirthday(tomorrow, today)?.reason).toBe('birthday-future');
    expect(checkBirthday({ ...tomorrow, day: '22' }, today)).toBeNull();
  });

  test('what the store has comes back as it was', () => {
    const known = { calendar: 'lunar', year: null, month: 10, day: 13, leap: false } as const;
    expect(birthdayOf(birthdayDraftOf(known))).toEqual(known);
  });

  test('a solar calendar has no leap month, whatever the box says', () => {
    expect(birthdayOf({ calendar: 'solar', year: '', month: '6', day: '1', leap: true })?.leap).toBe(false);
  });
});

describe('a pasted line', () => {
  test('fills name, phone and plate, whichever box it was pasted into', () => {
    for (const field of ['name', 'mobile', 'plate'] as const) {
      const pasted = pasteIntoDraft('京A·12345 138 0013 8000 王伟', field, emptyDraft);
      expect(pasted?.filled).toEqual(['name', 'mobile', 'plate']);
      expect(pasted?.draft.name).toBe('王伟');
      expect(pasted?.draft.phones).toEqual(phones('138 0013 8000'));
      expect(pasted?.draft.vehicle.plate).toBe('京A·12345');
    }
  });

  test('what belongs into the box itself is left to the browser', () => {
    expect(pasteIntoDraft('王伟', 'name', emptyDraft)).toBeNull();
    expect(pasteIntoDraft('13800138000', 'mobile', emptyDraft)).toBeNull();
    expect(pasteIntoDraft('hello', 'name', emptyDraft)).toBeNull();
  });

  test('a phone pasted into the name goes to the phone', () => {
    const pasted = pasteIntoDraft('13800138000', 'name', draft({ name: '王' }));
    expect(pasted?.draft.phones).toEqual(phones('138 0013 8000'));
    expect(pasted?.draft.name).toBe('王');
  });

  test('what belongs nowhere is kept in the note', () => {
    const pasted = pasteIntoDraft('王伟 13800138000 明天上午来取车，请准备', 'name', draft({ note: '旧的' }));
    expect(pasted?.draft.note).toContain('旧的\n');
    expect(pasted?.draft.note).toContain('明天上午来取车');
  });

  test('what the one box brings lands where it belongs', () => {
    expect(fillFromText('李娜', emptyDraft).name).toBe('李娜');
    expect(fillFromText('京AD80516', emptyDraft).vehicle.plate).toBe('京A·D80516');
    expect(fillFromText('8000', emptyDraft).phones[0]?.number).toBe('8000');
    expect(fillFromText('北京远图科技有限公司', emptyDraft).kind).toBe('company');
  });
});

test('a good resident ID fills sex and birthday where they are open, and never overwrites', () => {
  const filled = withResidentId(emptyDraft, '11010519491231002X');
  expect(filled.gender).toBe('female');
  expect(filled.birthday).toEqual({ calendar: 'solar', year: '1949', month: '12', day: '31', leap: false });
  const own = draft({ gender: 'male', birthday: { ...noBirthday, month: '5', day: '1' } });
  expect(withResidentId(own, '11010519491231002X')).toEqual({ ...own, residentId: '11010519491231002X' });
});

describe('what the store is sent', () => {
  test('empty boxes are null, phones plain digits, a company has no sex', () => {
    const profile = profileOf(
      draft({ kind: 'company', name: ' 远图 ', gender: 'male', phones: phones(' +86 138-0013-8000', ''), email: '  ' }),
    );
    expect(profile.name).toBe('远图');
    expect(profile.gender).toBeNull();
    expect(profile.email).toBeNull();
    expect(profile.phones).toEqual([{ number: '13800138000', label: 'mobile' }]);
  });

  test('a vehicle of which nothing is known is none', () => {
    expect(firstVehicleOf(emptyDraft)).toBeNull();
    expect(firstVehicleOf(draft({ vehicle: { ...emptyDraft.vehicle, plate: '京A·12345' } }))?.plate).toBe('京A·12345');
  });

  test('a customer opened and saved untouched is sent as it was', () => {
    const profile = {
      ...profileOf(draft({ name: '王伟', tags: ['老客户'], note: '靠窗' })),
      phones: [{ number: '13800138000', label: 'work' as const }],
    };
    const opened = draftOf({ ...customer, ...profile, referrerName: null, adviserName: null } as typeof customer, {
      phones: profile.phones,
      residentId: null,
    });
    expect(profileOf(opened)).toEqual(profile);
  });
});

const customer: Parameters<typeof draftOf>[0] = {
  id: '01',
  version: 1,
  kind: 'person',
  name: '王伟',
  pinyin: 'wang wei',
  gender: null,
  birthday: null,
  residentIdMasked: null,
  stage: 'current',
  wechat: null,
  email: null,
  address: null,
  education: null,
  income: null,
  job: null,
  interests: [],
  outlook: null,
  habits: null,
  priceSensitivity: null,
  needs: [],
  contactHours: null,
  licenceEndDay: null,
  source: null,
  referrerId: null,
  referrerName: null,
  adviserId: null,
  adviserName: null,
  tags: [],
  note: null,
  createdAt: 0,
  updatedAt: 0,
};

describe('two people edit one customer', () => {
  const base = draft({ name: '王伟', address: '旧', job: '旧', wechat: '旧' });

  test('what only one of them changed is kept, what both changed is asked', () => {
    const theirs = { ...base, address: '他们的', wechat: '他们的' };
    const mine = { ...base, address: '我的', job: '我的' };
    const joined = joinEdits(base, theirs, mine);
    expect(joined.clashes).toEqual(['address']);
    expect(joined.draft).toEqual({ ...base, address: '我的', job: '我的', wechat: '他们的' });
    expect(settle(joined.draft, 'address', theirs).address).toBe('他们的');
  });

  test('the same change twice is no clash', () => {
    const both = { ...base, tags: ['老客户'] };
    expect(joinEdits(base, both, { ...both })).toEqual({ draft: both, clashes: [] });
  });

  test('nothing of either side is ever lost silently', () => {
    const word = fc.constantFrom('a', 'b', 'c');
    const edit = fc.record({ name: word, address: word, job: word, tags: fc.array(word, { maxLength: 2 }) });
    fc.assert(
      fc.property(edit, edit, edit, (one, two, three) => {
        const [from, theirs, mine] = [one, two, three].map((change) => draft(change)) as [
          CustomerDraft,
          CustomerDraft,
          CustomerDraft,
        ];
        const { draft: joined, clashes } = joinEdits(from, theirs, mine);
        for (const field of changedFields(from, mine)) expect(joined[field]).toEqual(mine[field]);
        for (const field of changedFields(from, theirs)) {
          if (!clashes.includes(field)) expect(joined[field]).toEqual(theirs[field]);
        }
      }),
    );
  });
});

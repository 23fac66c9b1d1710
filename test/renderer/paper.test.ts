import { describe, expect, test } from 'vitest';
import { paperCodeOf } from '../../db/domain/paper/paperCode.ts';
import { rowCodeOf } from '../../db/domain/tasks/rowCode.ts';
import { addressOf, noFilter, readFilter } from '../../renderer/features/paper/listFilter.ts';
import { checkPrint, jobOf, printDraft } from '../../renderer/features/paper/printDraft.ts';
import type { Row } from '../../renderer/features/paper/shapes.ts';
import { checkSignIn, printedWho, signInDraft, signInInputOf } from '../../renderer/features/paper/signInDraft.ts';
import { typedCode } from '../../renderer/features/paper/typedCode.ts';
import { hashOf, readAsked } from '../../renderer/print/printAsked.ts';

const timeZone = 'Asia/Shanghai';
/** 2026-11-22 10:30 in Shanghai */
const now = Date.UTC(2026, 10, 22, 2, 30);
const day = '2026-11-22';

const empty: Row = {
  ...{ id: 'r', version: 1, code: paperCodeOf('signIn', 1), position: 1, state: 'open', customerId: null, name: null },
  ...{ vehicleId: null, plate: null, series: null, appointmentId: null, time: null, adviser: null },
  ...{ enteredAt: null, enteredBy: null },
};
const booked: Row = {
  ...empty,
  ...{ appointmentId: 'a', customerId: 'c', name: '王伟', vehicleId: 'v', plate: '京A3K927', time: '11:00' },
};

describe('a code while it is typed', () => {
  test('of seven digits is whole at once; six are a call sheet only once nothing more comes', () => {
    const paper = paperCodeOf('complaint', 7);
    const call = rowCodeOf(7);
    expect(typedCode(paper, false)).toEqual({ state: 'code', code: paper });
    expect(typedCode(call, false)).toEqual({ state: 'short' });
    expect(typedCode(call, true)).toEqual({ state: 'code', code: call });
    expect(typedCode(` ${paper.slice(0, 3)} ${paper.slice(3)}`, false)).toEqual({ state: 'code', code: paper });
  });

  test('is said to be wrong only where it is', () => {
    const wrong = `${paperCodeOf('survey', 3).slice(0, 6)}x`;
    expect(['', '2', '12345'].map((typed) => typedCode(typed, true).state)).toEqual(['short', 'short', 'short']);
    expect([typedCode(wrong, false).state, typedCode('12345678', false).state]).toEqual(['wrong', 'wrong']);
    expect([typedCode('123456', false).state, typedCode('123456', true).state]).toEqual(['short', 'wrong']);
  });
});

describe('what is printed', () => {
  test('is asked for by address, and read again', () => {
    const draft = { ...printDraft(day, 'q', 'c'), rows: '3' };
    expect(checkPrint(draft)).toEqual({});
    for (const kind of ['complaint', 'signIn', 'survey'] as const) {
      const job = jobOf(kind, draft, 's');
      if (job.document === 'complaintForm' || job.document === 'signInSheet' || job.document === 'surveyForm') {
        expect(readAsked(hashOf(job))).toEqual(job);
      }
    }
    expect(jobOf('survey', draft, 's')).toMatchObject({ customerIds: ['c'], blanks: 0, questionnaireId: 'q' });
    expect(jobOf('call', draft, 's')).toMatchObject({ document: 'callSheet', sheetId: 's' });
  });

  test('waits for a number, a day and a questionnaire', () => {
    const draft = printDraft(day, '', null);
    expect(checkPrint({ ...draft, complaints: '0', rows: '101', forms: 'x' })).toEqual({
      ...{ complaint: 'count', signIn: 'count', survey: 'questionnaire' },
    });
    expect(checkPrint({ ...draft, questionnaireId: 'q', day: '2026-13-40', forms: '0' })).toEqual({
      ...{ signIn: 'day', survey: 'count' },
    });
  });

  test('stands in the address with what the list shows', () => {
    const filter = { tab: 'all', customerId: 'c' } as const;
    const address = addressOf('s', filter, { do: 'enter' });
    expect(address).toBe('/paper/s?tab=all&for=c&do=enter');
    expect(readFilter(new URLSearchParams(address.split('?')[1]))).toEqual(filter);
    expect(addressOf(null, noFilter)).toBe('/paper');
  });
});

describe('signing in afterwards', () => {
  const context = { now, timeZone };

  test('begins with whom the booking names, and wants the time alone', () => {
    const draft = signInDraft(booked, day);
    expect(printedWho(booked)).toMatchObject({ customer: { id: 'c', name: '王伟' }, vehicleId: 'v' });
    expect(checkSignIn(draft, booked, context)).toEqual({ time: 'time-invalid' });
    expect(signInInputOf('x', { ...draft, time: '930', mileage: '12,345' }, booked, context)).toEqual({
      ...{ code: 'x', at: now - 3_600_000, vehicleId: 'v', customerId: 'c', name: null, phone: null, vehicle: null },
      ...{ mileage: 12_345, note: null },
    });
  });

  test('of an empty row wants to know who, and never a time to come', () => {
    const draft = { ...signInDraft(empty, day), time: '23:59' };
    expect(checkSignIn(draft, empty, context)).toEqual({ who: 'who-missing', time: 'future' });
    expect(checkSignIn({ ...draft, day: '昨天', mileage: 'x' }, empty, context)).toMatchObject({
      ...{ day: 'day-invalid', mileage: 'km-invalid' },
    });
    expect(signInInputOf('x', draft, empty, context)).toBeNull();
  });

  test('of a stranger’s booking keeps the name', () => {
    const stranger = { ...booked, customerId: null, vehicleId: null, plate: null, name: '赵先生' };
    expect(printedWho(stranger)).toMatchObject({ stranger: true, name: '赵先生' });
  });
});

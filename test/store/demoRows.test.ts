import { describe, expect, it } from 'vitest';
import type { Birthday } from '../../db/contract/values.ts';
import { isBirthday } from '../../db/domain/birthday.ts';
import { workshopCategories } from '../../db/domain/category.ts';
import { nextInspection } from '../../db/domain/inspection.ts';
import { luhnOk } from '../../db/domain/luhn.ts';
import { pinyin } from '../../db/domain/personName.ts';
import { checkPhone } from '../../db/domain/phone.ts';
import { checkPlate } from '../../db/domain/plate.ts';
import { checkResidentId } from '../../db/domain/residentId.ts';
import { checkVin } from '../../db/domain/vin.ts';
import { dayOf, timeOf } from '../../db/domain/zonedTime.ts';
import { demoStore, today } from './demoStore.ts';

const demo = demoStore();
const zone = 'Asia/Shanghai';

describe('the rows of a demo store', () => {
  it('holds only phones, plates, VINs, IDs, cards and birthdays that pass the checks', () => {
    for (const { number, kind } of demo.db
      .prepare<[], { number: string; kind: string }>('SELECT number, kind FROM customerPhone')
      .all()) {
      expect(checkPhone(number)).toMatchObject({ ok: true, number, kind });
    }
    for (const number of demo.column('SELECT phone FROM relation WHERE phone IS NOT NULL'))
      expect(checkPhone(number).ok).toBe(true);
    for (const { plate, energy } of demo.db
      .prepare<[], { plate: string; energy: string }>('SELECT plate, energy FROM vehicle WHERE plate IS NOT NULL')
      .all()) {
      const green = energy === 'electric' || energy === 'plugin';
      expect(checkPlate(plate)).toEqual({ ok: true, plate, kind: green ? 'newEnergySmall' : 'ordinary' });
    }
    for (const vin of demo.column('SELECT vin FROM vehicle'))
      expect(checkVin(vin)).toEqual({ ok: true, vin, checkDigitOk: true });
    for (const number of demo.column('SELECT number FROM memberCard')) {
      expect(number).toMatch(/^[2-9]\d{11}$/);
      expect(luhnOk(number)).toBe(true);
    }
    const people = demo.db
      .prepare<[], { residentId: string; gender: string | null; birth: string }>(
        `SELECT residentId, gender, printf('%04d-%02d-%02d', birthYear, birthMonth, birthDay) AS birth FROM customer WHERE residentId IS NOT NULL`,
      )
      .all();
    expect(people.length).toBeGreaterThan(20);
    for (const person of people) {
      const checked = checkResidentId(person.residentId);
      expect(checked).toMatchObject({ ok: true, birthday: person.birth });
      if (person.gender) expect(checked).toMatchObject({ sex: person.gender });
    }
    for (const table of ['customer', 'relation']) {
      const rows = demo.db
        .prepare<[], Omit<Birthday, 'leap'> & { leap: number }>(
          `SELECT birthCalendar AS calendar, birthYear AS year, birthMonth AS month, birthDay AS day, birthLeap AS leap FROM ${table} WHERE birthMonth IS NOT NULL`,
        )
        .all();
      for (const row of rows) expect(isBirthday({ ...row, leap: row.leap === 1 }), JSON.stringify(row)).toBe(true);
    }
    expect(demo.value("SELECT count(*) FROM customer WHERE birthCalendar = 'lunar'")).toBeGreaterThan(50);
  });

  it('keeps what must be unique unique', () => {
    for (const [what, table] of [
      ['plate', 'vehicle'],
      ['vin', 'vehicle'],
      ['number', 'customerPhone'],
      ['number', 'memberCard'],
      ['orderNo', 'visit'],
      ['id', 'visit'],
    ] as const) {
      // two files of one person share a number (see writeTwins)
      const first = table === 'customerPhone' ? " AND kind = 'mobile' AND position = 0" : '';
      const known = `SELECT ${what} FROM ${table} WHERE ${what} IS NOT NULL${first}`;
      expect(demo.value(`SELECT count(*) - count(DISTINCT ${what}) FROM (${known})`), `${table}.${what}`).toBe(0);
    }
    for (const orderNo of demo.column('SELECT orderNo FROM visit WHERE orderNo IS NOT NULL'))
      expect(orderNo).toMatch(/^RO\d{4}-\d{6}$/);
    for (const id of demo.column('SELECT id FROM customer UNION SELECT id FROM visit UNION SELECT id FROM vehicle')) {
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    }
  });

  it('spells every name as the form would', () => {
    for (const row of demo.db
      .prepare<[], { name: string; kind: 'person' | 'company'; pinyin: string }>(
        'SELECT name, kind, pinyin FROM customer',
      )
      .all()) {
      expect(pinyin(row.name, row.kind).spaced).toBe(row.pinyin);
    }
  });

  it('has derived columns that agree with the rows they come from', () => {
    const workshop = [...workshopCategories].map((category) => `'${category}'`).join(', ');
    expect(
      demo.value(`SELECT count(*) FROM vehicle v WHERE
        lastMileage IS NOT (SELECT km FROM mileageLog WHERE vehicleId = v.id ORDER BY day DESC, km DESC LIMIT 1)
        OR lastMileageDay IS NOT (SELECT day FROM mileageLog WHERE vehicleId = v.id ORDER BY day DESC, km DESC LIMIT 1)
        OR insuranceEndDay IS NOT (SELECT max(endDay) FROM policy WHERE vehicleId = v.id AND deletedAt IS NULL)
        OR lastVisitDay IS NOT (SELECT max(day) FROM visit WHERE vehicleId = v.id AND voidedAt IS NULL AND deletedAt IS NULL
          AND EXISTS (SELECT 1 FROM visitLine WHERE visitId = visit.id AND category IN (${workshop})))`),
    ).toBe(0);
    expect(
      demo.value(
        'SELECT count(*) FROM customer c WHERE lastVisitDay IS NOT (SELECT max(lastVisitDay) FROM vehicle WHERE customerId = c.id)',
      ),
    ).toBe(0);
    expect(
      demo.value(
        'SELECT count(*) FROM visit v WHERE amountFen <> (SELECT sum(amountFen) FROM visitLine WHERE visitId = v.id)',
      ),
    ).toBe(0);
    expect(
      demo.value(
        'SELECT count(*) FROM visit v JOIN vehicle c ON c.id = v.vehicleId WHERE c.customerId <> v.customerId',
      ),
    ).toBe(0);
    const readings = 'SELECT count(*) FROM mileageLog';
    expect(demo.value(readings)).toBe(
      demo.value('SELECT count(*) FROM visit WHERE mileage IS NOT NULL AND voidedAt IS NULL'),
    );
  });

  it('has vehicles and visits that can have been', () => {
    const cars = demo.db
      .prepare<[], { deliveryDay: string; use: 'private'; inspectionDueDay: string | null }>(
        // those on their way to their owners have none yet
        'SELECT deliveryDay, use, inspectionDueDay FROM vehicle WHERE deliveryDay IS NOT NULL',
      )
      .all();
    for (const car of cars) expect(nextInspection(car.deliveryDay, car.use, today)?.dueDay).toBe(car.inspectionDueDay);
    expect(demo.value('SELECT count(*) FROM vehicle WHERE purchaseDay > deliveryDay')).toBe(0);
    expect(
      demo.value('SELECT count(*) FROM visit v JOIN vehicle c ON c.id = v.vehicleId WHERE v.day < c.deliveryDay'),
    ).toBe(0);
    expect(
      demo.value(
        'SELECT count(*) FROM (SELECT km < lag(km) OVER (PARTITION BY vehicleId ORDER BY day) AS back FROM mileageLog) WHERE back',
      ),
    ).toBe(0);
    for (const { arrivedAt, day } of demo.db
      .prepare<[], { arrivedAt: number; day: string }>('SELECT arrivedAt, day FROM visit')
      .all()) {
      expect(dayOf(arrivedAt, zone)).toBe(day);
      expect(timeOf(arrivedAt, zone) >= '08:00' && timeOf(arrivedAt, zone) <= '18:00').toBe(true);
    }
    expect(demo.value<string>('SELECT max(day) FROM visit')).toBe(today);
    expect(demo.value(`SELECT count(*) FROM visit WHERE day = '${today}'`)).toBeGreaterThan(4);
    expect(
      demo.value('SELECT count(*) FROM visit WHERE voidedAt IS NOT NULL AND voidReason IS NOT NULL'),
    ).toBeGreaterThan(5);
    expect(
      demo.value(
        'SELECT count(*) FROM vehicle WHERE insuranceEndDay BETWEEN ? AND ?'
          .replace('?', `'${today}'`)
          .replace('?', `date('${today}', '+30 days')`),
      ),
    ).toBeGreaterThan(20);
  });
});

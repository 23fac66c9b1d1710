import type { Birthday } from '../../contract/values.ts';
import { maskPhone } from '../../domain/phone.ts';
import type { ReadDb } from '../../store/handler.ts';
import { heldCards } from './cards.ts';

/** The five columns in which a birthday is kept. */
export interface BirthColumns {
  readonly birthCalendar: string | null;
  readonly birthYear: number | null;
  readonly birthMonth: number | null;
  readonly birthDay: number | null;
  readonly birthLeap: number;
}

export const birthdayOf = (row: BirthColumns): Birthday | null =>
  row.birthCalendar === null || row.birthMonth === null || row.birthDay === null
    ? null
    : {
        calendar: row.birthCalendar === 'lunar' ? 'lunar' : 'solar',
        year: row.birthYear,
        month: row.birthMonth,
        day: row.birthDay,
        leap: row.birthLeap === 1,
      };

export const birthColumns = (birthday: Birthday | null): BirthColumns => ({
  birthCalendar: birthday?.calendar ?? null,
  birthYear: birthday?.year ?? null,
  birthMonth: birthday?.month ?? null,
  birthDay: birthday?.day ?? null,
  birthLeap: birthday?.leap ? 1 : 0,
});

/** A column that holds a JSON list of words. */
export const wordsOf = <T extends string = string>(json: string): T[] => JSON.parse(json) as T[];

/** Rows grouped by the customer they belong to. */
export const byCustomer = <T extends { customerId: string }>(rows: readonly T[]): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(row.customerId);
    if (group) group.push(row);
    else groups.set(row.customerId, [row]);
  }
  return groups;
};

/** What lists and the one box show beside a name, fetched for a page of customers at once. */
export const besideNames = async (db: ReadDb, ids: readonly string[]) => {
  const phones = await db
    .selectFrom('customerPhone')
    .select(['customerId', 'number'])
    .where('customerId', 'in', ids)
    .orderBy('customerId')
    .orderBy('position')
    .execute();
  const vehicles = await db
    .selectFrom('vehicle')
    .select(['customerId', 'id', 'plate', 'vin', 'series', 'insuranceEndDay', 'inspectionDueDay'])
    .where('customerId', 'in', ids)
    .where('deletedAt', 'is', null)
    .where('status', '=', 'active')
    .orderBy('id', 'desc')
    .execute();
  const cards = await heldCards(db, ids);
  return {
    phones: byCustomer(phones.map((row) => ({ customerId: row.customerId, masked: maskPhone(row.number) }))),
    vehicles: byCustomer(vehicles),
    cards: byCustomer(cards),
  };
};

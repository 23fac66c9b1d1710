import { checkPhone } from '../../domain/phone.ts';
import type { ReadDb, WriteDb } from '../../store/handler.ts';

/** A phone as the change log keeps it. */
export interface Phone {
  readonly number: string;
  readonly label: string;
}

export const phonesOf = (db: ReadDb, customerId: string): Promise<Phone[]> =>
  db.selectFrom('customerPhone').select(['number', 'label']).where('customerId', '=', customerId).execute();

export const tagsOf = async (db: ReadDb, customerId: string): Promise<string[]> =>
  (await db.selectFrom('customerTag').select('tag').where('customerId', '=', customerId).execute())
    .map((row) => row.tag)
    .toSorted();

export const writePhones = async (db: WriteDb, customerId: string, phones: readonly Phone[]): Promise<void> => {
  await db.deleteFrom('customerPhone').where('customerId', '=', customerId).execute();
  for (const [position, { number, label }] of phones.entries()) {
    const checked = checkPhone(number);
    const kind = checked.ok ? checked.kind : 'landline';
    await db.insertInto('customerPhone').values({ customerId, position, number, kind, label }).execute();
  }
};

export const writeTags = async (db: WriteDb, customerId: string, tags: readonly string[]): Promise<void> => {
  await db.deleteFrom('customerTag').where('customerId', '=', customerId).execute();
  for (const tag of tags) await db.insertInto('customerTag').values({ customerId, tag }).execute();
};

import { type ClubService, clubNumberHead } from '../../domain/club/number.ts';
import { numberAfter } from '../../domain/complaints/number.ts';
import type { ReadDb } from '../../store/handler.ts';

/** Where the rows of each service are. */
export const clubTables = { agency: 'agencyJob', rescue: 'rescue', claim: 'claim' } as const;

/** Counted up within the month; a number once given is never given again, also not that of a job whose adding was undone. */
export const nextNumber = async (db: ReadDb, service: ClubService, day: string): Promise<string> => {
  const head = clubNumberHead(service, day);
  const last = await db
    .selectFrom(clubTables[service])
    .select('number')
    .where('number', '>=', head)
    // the character after the dash
    .where('number', '<', `${head.slice(0, -1)}.`)
    .orderBy((eb) => eb.fn('length', ['number']), 'desc')
    .orderBy('number', 'desc')
    .executeTakeFirst();
  return numberAfter(head, last?.number ?? null);
};

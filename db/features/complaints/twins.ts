import type { ComplaintTwin } from '../../contract/complaintViews.ts';
import type { Contract } from '../../contract/index.ts';
import { sameTrouble, type TwinFacts } from '../../domain/complaints/twins.ts';
import { addDays, type Day } from '../../domain/day.ts';
import type { QueryHandler, ReadDb } from '../../store/handler.ts';
import { type CodeNames, codeNames } from './codeNames.ts';
import { termsByDay } from './termsByDay.ts';

/** A screen shows no more. */
const mostShown = 8;

/** Complaints received between two days, with what they are compared by. */
const candidates = async (db: ReadDb, fromDay: Day, toDay: Day) =>
  db
    .selectFrom('complaint as k')
    .leftJoin('vehicle as v', 'v.id', 'k.vehicleId')
    .leftJoin('customer as c', 'c.id', 'k.customerId')
    .select([
      'k.id',
      'k.number',
      'k.title',
      'k.step',
      'k.receivedAt',
      'k.receivedDay',
      'k.vehicleId',
      'k.part',
      'k.about',
      'k.cause',
      'k.causeNote',
      'k.category',
      'k.strangerName',
      'v.vin',
      'v.plate',
      'c.name',
    ])
    .where('k.receivedDay', '>=', fromDay)
    .where('k.receivedDay', '<=', toDay)
    .where('k.deletedAt', 'is', null)
    .orderBy('k.receivedAt', 'desc')
    .orderBy('k.id', 'desc')
    .execute();

/** The last solution laid before each customer. */
const solutionsOf = async (db: ReadDb, ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('complaintEvent')
    .select(['complaintId', 'text'])
    .where('complaintId', 'in', ids)
    .where('kind', '=', 'proposal')
    .orderBy('at')
    .orderBy('id')
    .execute();
  return new Map(rows.flatMap(({ complaintId, text }) => (text === null ? [] : [[complaintId, text] as const])));
};

/** @returns those that look like the same trouble, latest first, at most 8, and how many there are */
export const twinsOf = async (
  db: ReadDb,
  sought: TwinFacts & { readonly exceptId: string | null },
  span: { readonly fromDay: Day; readonly toDay: Day },
  names: CodeNames,
): Promise<{ rows: ComplaintTwin[]; count: number }> => {
  const found = (await candidates(db, span.fromDay, span.toDay)).flatMap((row) => {
    if (row.id === sought.exceptId) return [];
    const same = sameTrouble(sought, row, names.isDefect);
    return same.length === 0 ? [] : [{ row, same }];
  });
  const shown = found.slice(0, mostShown);
  const solutions = await solutionsOf(
    db,
    shown.map(({ row }) => row.id),
  );
  return {
    count: found.length,
    rows: shown.map(({ row, same }) => ({
      id: row.id,
      number: row.number,
      title: row.title,
      step: row.step as 'received',
      receivedDay: row.receivedDay,
      plate: row.plate,
      name: row.name ?? row.strangerName,
      same,
      result: solutions.get(row.id) ?? row.causeNote ?? names.cause(row.cause),
    })),
  };
};

/** Twins of one that is there: within the days of its rule before it, and since. */
export const twinsAround = async (
  db: ReadDb,
  complaint: TwinFacts & { readonly id: string; readonly receivedDay: Day },
  twinDays: number,
  names: CodeNames,
): Promise<{ rows: ComplaintTwin[]; count: number }> =>
  twinsOf(
    db,
    { ...complaint, exceptId: complaint.id },
    { fromDay: addDays(complaint.receivedDay, -twinDays), toDay: addDays(complaint.receivedDay, twinDays) },
    names,
  );

/** 同因, while it is typed. */
export const twins: QueryHandler<Contract['complaints']['twins']> = async (db, input, ctx) => {
  const today = ctx.today();
  const { twinDays } = (await termsByDay(db))(today);
  const vehicle = input.vehicleId
    ? await db.selectFrom('vehicle').select('vin').where('id', '=', input.vehicleId).executeTakeFirst()
    : undefined;
  const sought = {
    exceptId: input.exceptId ?? null,
    vehicleId: input.vehicleId ?? null,
    vin: vehicle?.vin ?? null,
    part: input.part ?? null,
    about: input.about ?? null,
    cause: input.cause ?? null,
    category: input.category ?? null,
  };
  const span = { fromDay: addDays(today, -twinDays), toDay: today };
  return twinsOf(db, sought, span, await codeNames(db, today));
};

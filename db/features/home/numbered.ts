import { sql } from 'kysely';
import type { Contract } from '../../contract/index.ts';
import type { QueryHandler, ReadDb } from '../../store/handler.ts';
import { clubTables } from '../clubServices/nextNumber.ts';

const most = 3;

type Row = Awaited<ReturnType<QueryHandler<Contract['home']['numbered']>>>['rows'][number];

/** What a number begins with, and where such rows are. */
const kinds: Readonly<Record<string, Row['kind']>> = {
  T: 'complaint',
  Q: 'enquiry',
  AG: 'agency',
  RS: 'rescue',
  CL: 'claim',
};

/** What is told of it beside its number: its own words, or whose it is. */
const select = async (db: ReadDb, kind: Row['kind'], begins: string): Promise<Omit<Row, 'kind'>[]> => {
  switch (kind) {
    case 'complaint':
    case 'enquiry': {
      const title = sql.ref(kind === 'complaint' ? 'title' : 'question');
      const { rows } = await sql<Omit<Row, 'kind'>>`SELECT id, number, ${title} AS title FROM ${sql.table(kind)}
        WHERE number >= ${begins} AND number < ${`${begins}~`} AND deletedAt IS NULL ORDER BY number DESC LIMIT ${most}`.execute(
        db,
      );
      return rows;
    }
    case 'agency':
    case 'rescue':
    case 'claim': {
      const stranger = kind === 'rescue' ? sql`j.strangerName, j.strangerPlate,` : sql``;
      const { rows } = await sql<Omit<Row, 'kind'>>`
        SELECT j.id, j.number, coalesce(c.name || coalesce(' ' || v.plate, ''), ${stranger} '') AS title
        FROM ${sql.table(clubTables[kind])} j LEFT JOIN customer c ON c.id = j.customerId
        LEFT JOIN vehicle v ON v.id = j.vehicleId
        WHERE j.number >= ${begins} AND j.number < ${`${begins}~`} AND j.deletedAt IS NULL
        ORDER BY j.number DESC LIMIT ${most}`.execute(db);
      return rows;
    }
  }
};

/** Complaints, enquiries and the club's services by the beginning of their number, as the one box asks; the latest first. */
export const numbered: QueryHandler<Contract['home']['numbered']> = async (db, { number }) => {
  const [, head = '', month = '', rest = ''] = /^(t|q|ag|rs|cl)(\d{0,4})-?(\d*)$/i.exec(number) ?? [];
  const kind = kinds[head.toUpperCase()];
  if (!kind || month.length < 2) return { rows: [] };
  const begins = `${head.toUpperCase()}${month}${rest === '' ? '' : `-${rest}`}`;
  return { rows: (await select(db, kind, begins)).map((row) => ({ kind, ...row })) };
};

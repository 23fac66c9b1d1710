import { sql } from 'kysely';
import { badField } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import type { VoucherState } from '../../contract/rewards.ts';
import type { Day } from '../../domain/day.ts';
import type { QueryHandler } from '../../store/handler.ts';
import { voucherOfCode, voucherRowOf, voucherSelection } from './voucherRows.ts';

type Vouchers = Contract['vouchers'];

export const get: QueryHandler<Vouchers['get']> = async (db, input, ctx) =>
  voucherRowOf(await voucherOfCode(db, input.code, 'code'), ctx.today());

/** As `voucherStateOn` tells it. */
const stateIs = (state: VoucherState, today: Day) => {
  switch (state) {
    case 'active':
      return sql<boolean>`voucher.state = 'active' AND voucher.lastDay >= ${today}`;
    case 'expired':
      return sql<boolean>`voucher.state = 'active' AND voucher.lastDay < ${today}`;
    case 'used':
    case 'void':
      return sql<boolean>`voucher.state = ${state}`;
  }
};

/** The newest first; those that can still be used, what lapses first. */
export const ofCustomer: QueryHandler<Vouchers['ofCustomer']> = async (db, input, ctx) => {
  const today = ctx.today();
  const selection = voucherSelection(db).where('voucher.customerId', '=', input.customerId);
  const rows = input.active
    ? await selection.where(stateIs('active', today)).orderBy('voucher.lastDay').orderBy('voucher.id').execute()
    : await selection.orderBy('voucher.issuedAt', 'desc').orderBy('voucher.id', 'desc').execute();
  return { rows: rows.map((row) => voucherRowOf(row, today)) };
};

const readCursor = (cursor: string): { at: number; id: string } => {
  const match = /^(\d{1,16}):([0-9a-f-]{36})$/.exec(cursor);
  if (!match?.[1] || !match[2]) throw badField('cursor', 'cursor-invalid');
  return { at: Number(match[1]), id: match[2] };
};

/** The newest first, a page at a time. */
export const list: QueryHandler<Vouchers['list']> = async (db, input, ctx) => {
  const today = ctx.today();
  const conditions = [sql<boolean>`voucher.deletedAt IS NULL`];
  if (input.state) conditions.push(stateIs(input.state, today));
  if (input.origin) conditions.push(sql<boolean>`voucher.origin = ${input.origin}`);
  const matching = sql<boolean>`${sql.join(conditions, sql` AND `)}`;
  const { count } = await db
    .selectFrom('voucher')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where(matching)
    .executeTakeFirstOrThrow();
  let selection = voucherSelection(db).where(matching);
  if (input.cursor) {
    const { at, id } = readCursor(input.cursor);
    selection = selection.where(sql<boolean>`(voucher.issuedAt, voucher.id) < (${at}, ${id})`);
  }
  const rows = await selection
    .orderBy('voucher.issuedAt', 'desc')
    .orderBy('voucher.id', 'desc')
    .limit(input.limit + 1)
    .execute();
  const shown = rows.slice(0, input.limit);
  const last = shown.at(-1);
  return {
    rows: shown.map((row) => voucherRowOf(row, today)),
    next: rows.length > shown.length && last ? `${last.issuedAt}:${last.id}` : null,
    count,
  };
};

import type { z } from 'zod';
import type {
  attachmentRow,
  compensationRow,
  complaintActionRow,
  complaintEventRow,
  PromiseRow,
} from '../../contract/complaintViews.ts';
import type { ReadDb } from '../../store/handler.ts';
import { promiseRowOf, promiseSelection } from '../promises/rows.ts';

/** What is on record, the latest first. */
export const eventsOf = async (db: ReadDb, complaintId: string): Promise<z.input<typeof complaintEventRow>[]> => {
  const rows = await db
    .selectFrom('complaintEvent')
    .selectAll()
    .where('complaintId', '=', complaintId)
    .orderBy('at', 'desc')
    .orderBy('writtenAt', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as 'received',
    at: row.at,
    byName: row.byName,
    channel: row.channel as 'phone' | null,
    text: row.text,
    values: JSON.parse(row.detail) as Record<string, string | number>,
  }));
};

/** 措施, what is due first. */
export const actionsOf = async (db: ReadDb, complaintId: string): Promise<z.input<typeof complaintActionRow>[]> => {
  const rows = await db
    .selectFrom('complaintAction')
    .leftJoin('staff', 'staff.id', 'complaintAction.ownerId')
    .selectAll('complaintAction')
    .select('staff.displayName as ownerName')
    .where('complaintId', '=', complaintId)
    .where('deletedAt', 'is', null)
    .orderBy('dueDay')
    .orderBy('complaintAction.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    kind: row.kind as 'corrective',
    text: row.text,
    ownerId: row.ownerId,
    ownerName: row.ownerName,
    dueDay: row.dueDay,
    doneDay: row.doneDay,
    checkDay: row.checkDay,
    checkedDay: row.checkedDay,
    helped: row.helped as 'yes' | null,
    checkNote: row.checkNote,
  }));
};

/** 补偿, the latest first. */
export const compensationsOf = async (db: ReadDb, complaintId: string): Promise<z.input<typeof compensationRow>[]> => {
  const rows = await db
    .selectFrom('compensation')
    .leftJoin('voucher', 'voucher.id', 'compensation.voucherId')
    .selectAll('compensation')
    .select('voucher.code as voucherCode')
    .where('compensation.complaintId', '=', complaintId)
    .where('compensation.deletedAt', 'is', null)
    .orderBy('compensation.at', 'desc')
    .orderBy('compensation.id', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    kind: row.kind as 'amount',
    state: row.state as 'given',
    amountFen: row.amountFen,
    points: row.points,
    voucherId: row.voucherId,
    voucherCode: row.voucherCode,
    reason: row.reason,
    at: row.at,
    byName: row.byName,
    approvedBy: row.approvedBy,
  }));
};

/** 承诺, open ones first, what is due first. @param now UTC ms */
export const promisesOf = async (db: ReadDb, complaintId: string, now: number): Promise<PromiseRow[]> => {
  const rows = await promiseSelection(db)
    .where('promise.complaintId', '=', complaintId)
    .orderBy((eb) => eb('promise.state', '<>', 'open'))
    .orderBy('promise.dueAt')
    .orderBy('promise.id')
    .execute();
  return rows.map((row) => promiseRowOf(row, now));
};

/** 附件, in the order in which they came. */
export const attachmentsOf = async (db: ReadDb, complaintId: string): Promise<z.input<typeof attachmentRow>[]> => {
  const rows = await db
    .selectFrom('attachment')
    .select(['id', 'version', 'name', 'kind', 'mime', 'bytes', 'at', 'byName'])
    .where('subject', '=', 'complaint')
    .where('subjectId', '=', complaintId)
    .where('deletedAt', 'is', null)
    .orderBy('at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...row, kind: row.kind as 'image' }));
};

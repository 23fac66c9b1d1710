import { badField } from '../../contract/errors.ts';
import { afterWorkingMs } from '../../domain/workingTime.ts';
import type { QueryContext, ReadDb } from '../../store/handler.ts';
import { officeOn } from '../complaints/officeOn.ts';
import { settingsOn } from '../settings/settingsOn.ts';

const hour = 3_600_000;

/** The end of a term that begins now (答复时限), by the hours in which the store is open; natural hours where it never opens. UTC ms. */
export const dueFromNow = async (db: ReadDb, ctx: QueryContext): Promise<number> => {
  const { enquiryTerms } = await settingsOn(db, ctx.today());
  const term = enquiryTerms.answerHours * hour;
  const now = ctx.now();
  return afterWorkingMs(now, term, await officeOn(db, ctx.today(), ctx)) ?? now + term;
};

/** @throws CareError VALIDATION of `dueAt` `due-past` */
export const dueOf = async (db: ReadDb, asked: number | undefined, ctx: QueryContext): Promise<number> => {
  if (asked === undefined) return dueFromNow(db, ctx);
  if (asked <= ctx.now()) throw badField('dueAt', 'due-past');
  return asked;
};

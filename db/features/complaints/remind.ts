import type { Internal } from '../../contract/internal.ts';
import { breachPercent } from '../../domain/complaints/alerts.ts';
import { severityTermsOf } from '../../domain/complaints/clockTerms.ts';
import type { CommandContext, CommandHandler, ReadDb, WriteDb } from '../../store/handler.ts';
import { type DueComplaintAlert, dueAlerts } from './dueAlerts.ts';

/** Display names of those who still work here: who has left is told nothing, the role is told instead. */
const presentStaff = async (db: ReadDb): Promise<ReadonlyMap<string, string>> => {
  const rows = await db.selectFrom('staff').select(['id', 'displayName']).where('active', '=', 1).execute();
  return new Map(rows.map(({ id, displayName }) => [id, displayName]));
};

/** One alert, what it passed over, and its line on record. */
const tell = async (
  db: WriteDb,
  alert: DueComplaintAlert,
  present: ReadonlyMap<string, string>,
  ctx: CommandContext,
): Promise<void> => {
  const { complaintId, clock, round, percent } = alert;
  const at = ctx.now();
  const breached = percent === breachPercent;
  const wanted = breached ? severityTermsOf(alert.terms, alert.severity).escalateToId : alert.ownerId;
  const name = wanted === null ? undefined : present.get(wanted);
  const forId = name === undefined ? null : wanted;
  const key = { complaintId, clock, round, at };
  await db
    .insertInto('complaintAlert')
    .values([
      ...alert.passed.map((passed) => ({ ...key, percent: passed, forId: null, seenAt: at })),
      { ...key, percent, forId, seenAt: null },
    ])
    .execute();
  await db
    .insertInto('complaintEvent')
    .values({
      id: ctx.newId(),
      complaintId,
      kind: breached ? 'escalated' : 'warning',
      at,
      writtenAt: at,
      byName: ctx.actor.name,
      channel: null,
      text: null,
      detail: JSON.stringify({ clock, percent, ...(name === undefined ? {} : { to: name }) }),
    })
    .execute();
};

/**
 * Tells whom a term concerns, each share of it once: warnings go to the owner (nobody: everyone of role service), a breach to whom the
 * severity names (nobody, or somebody who left: every manager).
 */
export const remind: CommandHandler<Internal['complaints']['remind']> = async (db, _input, ctx) => {
  const alerts = await dueAlerts(db, ctx);
  const present = await presentStaff(db);
  for (const alert of alerts) await tell(db, alert, present, ctx);
  if (alerts.length > 0) ctx.touch('complaints');
  const escalated = alerts.filter(({ percent }) => percent === breachPercent).length;
  return { warned: alerts.length - escalated, escalated };
};

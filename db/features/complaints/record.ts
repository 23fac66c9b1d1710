import type { Selectable, Updateable } from 'kysely';
import type { ComplaintEventKind } from '../../contract/complaintTerms.ts';
import type { Tables } from '../../schema/tables.ts';
import type { CommandContext, WriteDb } from '../../store/handler.ts';

export type Complaint = Selectable<Tables['complaint']>;

/** A line of the record, as it is told. */
export interface Told {
  readonly kind: ComplaintEventKind;
  /** when it happened, UTC ms; now where left out */
  readonly at?: number;
  readonly channel?: string | null;
  readonly text?: string | null;
  /** what the line's words need; see `complaintEventRow.values` */
  readonly values?: Readonly<Record<string, string | number>>;
}

/** Puts a line on record. It can never be changed. */
export const writeEvent = async (
  db: WriteDb,
  ctx: Pick<CommandContext, 'newId' | 'now' | 'actor'>,
  complaintId: string,
  told: Told,
): Promise<string> => {
  const id = ctx.newId();
  const now = ctx.now();
  await db
    .insertInto('complaintEvent')
    .values({
      id,
      complaintId,
      kind: told.kind,
      at: told.at ?? now,
      writtenAt: now,
      byName: ctx.actor.name,
      channel: told.channel ?? null,
      text: told.text ?? null,
      detail: JSON.stringify(told.values ?? {}),
    })
    .execute();
  return id;
};

/** Tells the desks that show it, and the audit log what it was about. */
export const announce = (ctx: CommandContext, complaint: Pick<Complaint, 'id' | 'customerId'>): void => {
  ctx.about('complaint', complaint.id);
  ctx.touch(`complaint:${complaint.id}`);
  if (complaint.customerId) ctx.touch(`customer:${complaint.customerId}`);
};

/**
 * One deed: the columns that it changes, its line on record, and whom it concerns.
 *
 * @param version as the desk saw it; null where it must never be too late
 * @throws CareError CONFLICT `changed-meanwhile` with the row as it stands
 */
export const writeDeed = async (
  db: WriteDb,
  ctx: CommandContext,
  key: { readonly complaint: Complaint; readonly version: number | null },
  patch: Updateable<Tables['complaint']>,
  told: Told,
): Promise<{ version: number }> => {
  const { complaint, version } = key;
  const saved = await ctx.rows.update('complaint', { id: complaint.id, version }, patch, {
    owner: complaint.customerId,
  });
  await writeEvent(db, ctx, complaint.id, told);
  announce(ctx, complaint);
  return { version: saved.version };
};

/** What a line says that leads to another step, so that the page tells when each was reached. */
export const stepValues = (step: string, round: number): { step: string; round: number } => ({ step, round });

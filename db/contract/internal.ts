import { z } from 'zod';
import { attachmentSubject } from './attachments.ts';
import { attachmentRow } from './complaintViews.ts';
import { command, commandInput, everyone, managers, query } from './entry.ts';
import { customerExport } from './exports.ts';
import { importSummary } from './imports.ts';
import { me } from './session.ts';
import { role } from './staff.ts';
import { foundTask, overTask } from './taskTerms.ts';
import { day, filled, id, instant, text } from './values.ts';

const hash = z.string().regex(/^[0-9a-f]{64}$/);

/**
 * Entries that only the host and the command line call; no transport offers them. They let the host know who is at a desk
 * without touching SQL itself.
 */
export const internal = {
  store: {
    info: query([])
      .input(z.strictObject({}))
      .output(
        z.object({
          storeId: z.string(),
          name: z.string(),
          city: z.string(),
          demo: z.boolean(),
          /** false until there is an administrator */
          ready: z.boolean(),
          customers: z.number(),
        }),
      ),
    /** The first administrator; CONFLICT once there is one. `passwordHash` as db/store/passwords.ts makes it. */
    setup: command([], ['settings', 'staff'], { secret: ['passwordHash'] })
      .input(
        commandInput({
          storeName: filled(60),
          city: text(40),
          admin: filled(30),
          passwordHash: z.string().min(20).max(400),
        }),
      )
      .output(z.object({ staffId: id })),
  },
  staged: {
    /** Writes a staged file in one transaction; the host drives it for `imports.apply`. */
    apply: command(managers, ['imports', 'customers', 'vehicles', 'visits', 'settings'])
      .input(commandInput({ importId: id }))
      .output(importSummary),
  },
  points: {
    /** Whether there is anything to lapse, so that a quiet day writes nothing. */
    due: query([])
      .input(z.strictObject({}))
      .output(z.object({ due: z.boolean(), queued: z.boolean() })),
    /** What lapsed before today leaves the balances (积分到期), a batch at a time; the host calls it until nothing is left. */
    lapse: command([], ['points', 'customers'])
      .input(commandInput({}))
      .output(z.object({ lots: z.number().int(), points: z.number().int(), more: z.boolean() })),
    /** Visits that an import left in the queue get their points, a batch at a time; the host calls it until nothing is left. */
    settle: command([], ['points', 'customers'])
      .input(commandInput({}))
      .output(z.object({ visits: z.number().int(), points: z.number().int(), more: z.boolean() })),
  },
  complaints: {
    /** Whether a term has reached a warning or run out since it was last looked at, so that a quiet minute writes nothing. */
    due: query([])
      .input(z.strictObject({}))
      .output(z.object({ due: z.boolean() })),
    /** Warns the owners and tells whom a breach is told to, each once (提醒与升级). */
    remind: command([], ['complaints'])
      .input(commandInput({}))
      .output(z.object({ warned: z.number().int(), escalated: z.number().int() })),
  },
  tasks: {
    /** Whether the rules were not yet asked today, and which of them are in use; `soonIds`: those that find what is owed, asked anew at every change. */
    due: query([])
      .input(z.strictObject({}))
      .output(z.object({ due: z.boolean(), day, ruleIds: z.array(id), soonIds: z.array(id) })),
    /** What a rule finds that has no task yet, the most urgent first, no more than it may add today. */
    found: query([])
      .input(z.strictObject({ ruleId: id }))
      .output(z.object({ rows: z.array(foundTask) })),
    /** Writes what was found, a batch at a time; what has a task by now is passed over. */
    add: command([], ['tasks'])
      .input(commandInput({ ruleId: id, rows: z.array(foundTask).min(1).max(100) }))
      .output(z.object({ added: z.number().int() })),
    /** Open tasks that lapsed, or whose end has come by itself (the service was done, the policy renewed, the car sold). */
    over: query([])
      .input(z.strictObject({ customerIds: z.array(id).max(500).optional() }))
      .output(z.object({ rows: z.array(overTask) })),
    /** Ends them, a batch at a time; one that is not open any more is passed over. */
    end: command([], ['tasks'])
      .input(commandInput({ rows: z.array(overTask).min(1).max(100) }))
      .output(z.object({ ended: z.number().int() })),
    /** The rules were asked for today. */
    asked: command([], []).input(commandInput({ day })).output(z.object({})),
  },
  attachments: {
    /** Puts a file on record that the host has checked and laid beside the database. */
    record: command(everyone, ['complaints', 'deliveries'])
      .input(
        commandInput({
          id,
          subject: attachmentSubject,
          subjectId: id,
          name: filled(200),
          kind: attachmentRow.shape.kind,
          mime: filled(100),
          bytes: z.number().int().min(1),
          digest: hash,
        }),
      )
      .output(z.object({ id })),
    /** What the host needs to hand a file out. */
    find: query([])
      .input(z.strictObject({ id }))
      .output(z.object({ name: z.string(), mime: z.string(), digest: z.string() }).nullable()),
    /** Whether any row, removed ones too, names these bytes: what nobody names need not lie there. */
    needed: query([])
      .input(z.strictObject({ digest: hash }))
      .output(z.object({ needed: z.boolean() })),
  },
  exports: {
    /** Who takes which list out of the store, before it is written. */
    record: command(managers, [])
      .input(commandInput({ exportId: id, kind: z.enum(['customers']), what: customerExport }))
      .output(z.object({})),
  },
  sessions: {
    /** The active person of that log-in name with the stored password hash, or null. */
    credentials: query([])
      .input(z.strictObject({ name: filled(30) }))
      .output(z.object({ me, passwordHash: z.string() }).nullable()),
    open: command([], [], { secret: ['tokenHash'] })
      .input(commandInput({ staffId: id, tokenHash: hash, desk: text(60) }))
      .output(z.object({ expiresAt: instant })),
    /** Who holds this session, null where it ended, ran out or the person left. */
    find: query([])
      .input(z.strictObject({ tokenHash: hash }))
      .output(z.object({ me, expiresAt: instant }).nullable()),
    end: command([], [], { secret: ['tokenHash'] })
      .input(commandInput({ tokenHash: hash }))
      .output(z.object({})),
    /** A log-in that failed, for the record. */
    refused: command([], [])
      .input(commandInput({ name: text(30), desk: text(60) }))
      .output(z.object({})),
    /** The role of a Bearer token, null where unknown or revoked. */
    token: query([])
      .input(z.strictObject({ tokenHash: hash }))
      .output(z.object({ id, name: z.string(), role }).nullable()),
  },
};
export type Internal = typeof internal;

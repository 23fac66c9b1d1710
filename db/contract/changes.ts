import { z } from 'zod';
import { command, commandInput, everyone, query } from './entry.ts';
import { instant, limit } from './values.ts';

/** What a command that can be undone did. */
export const changeKind = z.enum([
  'customerAdd',
  'customerEdit',
  'customerTag',
  'customerRemove',
  'noteAdd',
  'relationAdd',
  'relationRemove',
  'vehicleAdd',
  'vehicleEdit',
  'vehicleRemove',
  'vehicleTransfer',
  'vehicleRetire',
  'vehicleReactivate',
  'policyAdd',
  'policyRemove',
  'visitAdd',
  'visitVoid',
  'visitMove',
  'visitLines',
  'booking',
  'prospect',
  'recall',
  'recallList',
  'accountPlan',
  'complaintEdit',
  'enquiry',
  'keptAnswer',
  'taskRule',
  'contact',
  'delivery',
  'survey',
  'questionnaire',
  'paper',
  'agency',
  'rescue',
  'claim',
  'merge',
  'dismiss',
  'import',
  'handover',
]);
export type ChangeKind = z.output<typeof changeKind>;

/** Number of a command: its row in the audit log. */
const commandNumber = z.number().int().min(1).max(Number.MAX_SAFE_INTEGER);

/** What was not put back, because it changed since: `edited` stays as it is now, `moved` went elsewhere, `added` came later. */
export const stayed = z.object({
  reason: z.enum(['edited', 'moved', 'added']),
  /** a field of the customer (`address`) or a table (`visit`) */
  what: z.string(),
  count: z.number().int(),
});

/** Undo (撤销) from the change log. Points and money are reversed, never undone. */
export const changes = {
  /** The acting person's last commands of 24 hours that can be undone, newest first: the undo bar. */
  recent: query(everyone)
    .input(z.strictObject({ limit: limit(5, 50) }))
    .output(
      z.object({
        rows: z.array(
          z.object({
            command: commandNumber,
            at: instant,
            kind: changeKind,
            /** null where it concerns none, or many */
            customerId: z.string().nullable(),
            /** of the customer as it is called now, of the imported file; null where there is none */
            name: z.string().nullable(),
            /** rows of the kind: customers handed over or merged (2), rows imported */
            count: z.number().int(),
          }),
        ),
      }),
    ),
  /**
   * Own commands; a manager's also others'. All of it or nothing, but for a merge and a handover, which put back what nobody
   * touched since and say what stayed.
   * @throws CONFLICT `undone-already`, `undo-not-possible`, `undo-changed-since`, `undo-gone`, `undo-built-on`, `undo-merged-again`
   */
  undo: command(everyone, [
    'customers',
    'vehicles',
    'visits',
    'appointments',
    'prospects',
    'recalls',
    'accounts',
    'imports',
    'duplicates',
    'complaints',
    'promises',
    'enquiries',
    'deliveries',
    'taskRules',
    'tasks',
    'clubServices',
    'members',
    'surveys',
    'paper',
  ])
    .input(commandInput({ command: commandNumber }))
    .output(z.object({ kind: changeKind, restored: z.number(), stayed: z.array(stayed) })),
};

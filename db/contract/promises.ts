import { z } from 'zod';
import { promiseRow } from './complaintViews.ts';
import { command, commandInput, everyone, query } from './entry.ts';
import { filled, id, instant, optionalText, version } from './values.ts';

/** 承诺: every 我们会… has an owner and a date (domain.md §6). */
export const promises = {
  /** Open ones, the earliest first; `mine`: those of who asks. */
  list: query(everyone)
    .input(
      z.strictObject({
        mine: z.boolean().default(false),
        customerId: id.optional(),
        state: z.enum(['open', 'ended']).default('open'),
        limit: z.number().int().min(1).max(200).default(100),
      }),
    )
    .output(z.object({ rows: z.array(promiseRow), count: z.number().int(), overdue: z.number().int() })),
  /** @throws VALIDATION of `dueAt` `due-past`, of `customerId` where neither it nor `complaintId` is given `promise-to-nobody`; NOT_FOUND */
  add: command(everyone, ['promises', 'complaints', 'customers'])
    .input(
      commandInput({
        text: filled(300),
        dueAt: instant,
        ownerId: id,
        customerId: id.nullable().default(null),
        complaintId: id.nullable().default(null),
      }),
    )
    .output(z.object({ id })),
  /** 已兑现. @throws CONFLICT `promise-ended`, `changed-meanwhile` */
  keep: command(everyone, ['promises', 'complaints', 'customers'])
    .input(commandInput({ id, version, note: optionalText(300) }))
    .output(z.object({})),
  /** 改期: to another time or another person, with why. */
  move: command(everyone, ['promises', 'complaints', 'customers'])
    .input(commandInput({ id, version, dueAt: instant, ownerId: id, note: filled(300) }))
    .output(z.object({})),
  /** 作废, with why: the customer needs it no more. */
  drop: command(everyone, ['promises', 'complaints', 'customers'])
    .input(commandInput({ id, version, note: filled(300) }))
    .output(z.object({})),
  /** Takes `keep` or `drop` back. @throws CONFLICT `promise-open` */
  reopen: command(everyone, ['promises', 'complaints', 'customers'])
    .input(commandInput({ id, version }))
    .output(z.object({})),
};

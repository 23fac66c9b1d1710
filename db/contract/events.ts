import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { everyone, query } from './entry.ts';

/** What every desk hears: something changed, or a job moved on. */
export const deskEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('changed'), topics: z.array(z.string()) }),
  z.object({
    type: z.literal('import'),
    importId: z.string(),
    phase: z.string(),
    done: z.number(),
    total: z.number(),
    state: z.string(),
  }),
  z.object({ type: z.literal('ready') }),
]);
export type DeskEvent = z.output<typeof deskEvent>;

export const events = {
  changes: query(everyone, { runsIn: 'host' }).input(z.strictObject({})).output(eventIterator(deskEvent)),
};

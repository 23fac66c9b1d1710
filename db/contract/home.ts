import { z } from 'zod';
import { everyone, query } from './entry.ts';
import { visitRow } from './visits.ts';

const dueRow = z.object({
  customerId: z.string(),
  customerName: z.string(),
  vehicleId: z.string().nullable(),
  label: z.string(),
  day: z.string(),
  days: z.number(),
});

/** 今日: what the desk sees first. */
export const home = {
  today: query(everyone)
    .input(z.strictObject({}))
    .output(
      z.object({
        day: z.string(),
        visits: z.array(visitRow),
        visitCount: z.number(),
        amountFen: z.number(),
        /** ending soonest first, at most 20 each */
        insurance: z.array(dueRow),
        inspection: z.array(dueRow),
        birthdays: z.array(dueRow),
        counts: z.object({
          customers: z.number(),
          vehicles: z.number(),
          insuranceDue: z.number(),
          inspectionDue: z.number(),
        }),
      }),
    ),
};

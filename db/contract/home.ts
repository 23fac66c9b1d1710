import { z } from 'zod';
import { everyone, query } from './entry.ts';
import { id, text } from './values.ts';
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
  /** What the one box finds by a number: complaints (T2611-007), enquiries (Q2611-003), the club's services (AG2611-002, RS, CL); the latest first, three at most. */
  numbered: query(everyone)
    .input(z.strictObject({ number: text(64) }))
    .output(
      z.object({
        rows: z.array(
          z.object({
            kind: z.enum(['complaint', 'enquiry', 'agency', 'rescue', 'claim']),
            id,
            number: z.string(),
            title: z.string(),
          }),
        ),
      }),
    ),
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

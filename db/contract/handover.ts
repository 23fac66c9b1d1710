import { z } from 'zod';
import { command, commandInput, managers, query } from './entry.ts';
import { id } from './values.ts';

const counts = z.object({
  customers: z.number(),
  /** open prospects whose next step is theirs */
  prospects: z.number(),
  /** bookings to come */
  appointments: z.number(),
  /** key accounts not yet reviewed */
  accountPlans: z.number(),
  /** not archived yet */
  complaints: z.number(),
  /** of complaints, not done yet */
  complaintActions: z.number(),
  /** neither kept nor dropped */
  promises: z.number(),
  /** handed to them and not answered yet */
  enquiries: z.number(),
  /** under way */
  deliveries: z.number(),
  /** of the club, not ended */
  agencyJobs: z.number(),
  claims: z.number(),
  /** open ones of call-backs that name them */
  tasks: z.number(),
});
export type HandedCounts = z.output<typeof counts>;

/** An adviser who leaves hands over all customers at once (客户交接). */
export const handover = {
  preview: query(managers)
    .input(z.strictObject({ fromStaffId: id }))
    .output(counts),
  /** To one, or evenly over several, whoever was here last first; what is open of a customer goes with the customer. */
  run: command(managers, [
    'customers',
    'appointments',
    'prospects',
    'accounts',
    'complaints',
    'promises',
    'enquiries',
    'deliveries',
    'clubServices',
    'tasks',
  ])
    .input(commandInput({ fromStaffId: id, toStaffIds: z.array(id).min(1).max(20) }))
    .output(
      counts.extend({
        each: z.array(z.object({ staffId: id, name: z.string(), customers: z.number() })),
        /** null where there was nothing to hand over */
        command: z.number().nullable(),
      }),
    ),
};

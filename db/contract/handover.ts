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
});

/** An adviser who leaves hands over all customers at once (客户交接). */
export const handover = {
  preview: query(managers)
    .input(z.strictObject({ fromStaffId: id }))
    .output(counts),
  /** To one, or evenly over several, whoever was here last first; what is open of a customer goes with the customer. */
  run: command(managers, ['customers', 'appointments', 'prospects', 'accounts'])
    .input(commandInput({ fromStaffId: id, toStaffIds: z.array(id).min(1).max(20) }))
    .output(
      counts.extend({
        each: z.array(z.object({ staffId: id, name: z.string(), customers: z.number() })),
        /** null where there was nothing to hand over */
        command: z.number().nullable(),
      }),
    ),
};

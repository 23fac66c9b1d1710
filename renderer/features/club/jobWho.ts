import { checkPhone } from '../../../db/domain/phone.ts';
import { knownCustomer, nobody, type WhoDraft } from '../board/whoDraft.ts';

interface Whose {
  readonly customerId: string | null;
  readonly name: string;
  readonly vehicleId: string | null;
  readonly plate: string | null;
  readonly series: string | null;
}

/** Whose a job is, to be changed; a stranger's number is not shown and stays as it is. */
export const whoOf = (job: Whose): WhoDraft => {
  if (job.customerId === null) {
    return { ...nobody, stranger: true, name: job.name, plate: job.vehicleId === null ? (job.plate ?? '') : '' };
  }
  const vehicles = job.vehicleId === null ? [] : [{ id: job.vehicleId, plate: job.plate, series: job.series }];
  return knownCustomer(job.customerId, job.name, vehicles);
};

export type WhoProblem = 'who-missing' | 'caller-missing' | 'phone-invalid';

/** Somebody on file. */
export const checkCustomer = ({ customer }: WhoDraft): { readonly who?: WhoProblem } =>
  customer ? {} : { who: 'who-missing' };

/** Somebody on file, or a stranger of whom one thing is known. @param phoneKept whether a number that is not shown stays */
export const checkCaller = (
  who: WhoDraft,
  phoneKept: boolean,
): { readonly who?: WhoProblem; readonly name?: WhoProblem; readonly phone?: WhoProblem } => {
  if (who.customer) return {};
  if (!who.stranger) return { who: 'caller-missing' };
  const phone = who.phone.trim();
  const known = who.name.trim() !== '' || phone !== '' || who.plate.trim() !== '' || phoneKept;
  return {
    ...(known ? {} : { name: 'caller-missing' as const }),
    ...(phone !== '' && !checkPhone(phone).ok ? { phone: 'phone-invalid' as const } : {}),
  };
};

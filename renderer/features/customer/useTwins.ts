import { useQuery } from '@tanstack/react-query';
import { checkPhone } from '../../../db/domain/phone.ts';
import { checkPlate } from '../../../db/domain/plate.ts';
import { checkVin } from '../../../db/domain/vin.ts';
import { orpc } from '../../lib/api.ts';
import { useSettled } from './useSettled.ts';

export interface Twin {
  readonly id: string;
  readonly name: string;
  readonly by: 'phone' | 'plate' | 'vin';
}

export interface TwinFacts {
  readonly phone?: string;
  readonly plate?: string;
  readonly vin?: string;
  /** whose form this is */
  readonly exceptId?: string;
}

/** Who else has this phone, plate or VIN. Asked only once each is whole, and 300 ms after the last key. */
export const useTwins = ({ phone = '', plate = '', vin = '', exceptId }: TwinFacts): readonly Twin[] => {
  const phoneCheck = checkPhone(phone);
  const plateCheck = checkPlate(plate);
  const vinCheck = checkVin(vin);
  const number = useSettled(phone !== '' && phoneCheck.ok ? phoneCheck.number : '', 300);
  const wholePlate = useSettled(plate !== '' && plateCheck.ok ? plateCheck.plate : '', 300);
  const wholeVin = useSettled(vin !== '' && vinCheck.ok ? vinCheck.vin : '', 300);
  const asked = number !== '' || wholePlate !== '' || wholeVin !== '';
  const found = useQuery(
    orpc.customers.twins.queryOptions({
      input: {
        ...(number ? { phone: number } : {}),
        ...(wholePlate ? { plate: wholePlate } : {}),
        ...(wholeVin ? { vin: wholeVin } : {}),
        ...(exceptId ? { exceptId } : {}),
      },
      enabled: asked,
    }),
  );
  return asked ? (found.data?.twins ?? []) : [];
};

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { orpc } from '../../lib/api.ts';
import { useSettled } from '../customer/useSettled.ts';
import type { ComplaintDraft } from './complaintDraft.ts';
import type { Twin } from './shapes.ts';

/** ms after the last key before the store is asked */
const settled = 300;

export interface FoundTwins {
  readonly rows: readonly Twin[];
  /** of the same trouble, the one that is typed not included; may be more than are listed */
  readonly count: number;
}

const none: FoundTwins = { rows: [], count: 0 };

/** 同因 while it is typed: what else there was of this car, part, person or kind of defect. */
export const useComplaintTwins = (
  draft: Pick<ComplaintDraft, 'who' | 'part' | 'about' | 'category'>,
  exceptId?: string,
): FoundTwins => {
  const part = useSettled(draft.part.trim(), settled);
  const about = useSettled(draft.about.trim(), settled);
  const vehicleId = draft.who.customer ? draft.who.vehicleId : '';
  const { category } = draft;
  const asked = vehicleId !== '' || part !== '' || about !== '' || category !== '';
  const { data } = useQuery(
    orpc.complaints.twins.queryOptions({
      input: {
        ...(exceptId ? { exceptId } : {}),
        ...(vehicleId ? { vehicleId } : {}),
        ...(part ? { part } : {}),
        ...(about ? { about } : {}),
        ...(category ? { category } : {}),
      },
      enabled: asked,
      placeholderData: keepPreviousData,
    }),
  );
  return asked ? (data ?? none) : none;
};

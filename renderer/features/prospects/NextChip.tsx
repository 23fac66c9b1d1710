import { daysLeft } from '../../lib/formats.ts';
import { Chip } from '../../ui/Chip.tsx';
import { ClockIcon, WarningIcon } from '../../ui/icons.tsx';
import type { Prospect } from './prospectDraft.ts';

/** When the next step is due: red once it is past, amber today. */
export const NextChip = ({ next }: { readonly next: NonNullable<Prospect['next']> }) => (
  <Chip
    tone={next.days < 0 ? 'red' : next.days <= 1 ? 'amber' : 'plain'}
    icon={next.days < 0 ? <WarningIcon size={13} /> : <ClockIcon size={13} />}
    title={next.day}
  >
    {daysLeft(next.days)}
  </Chip>
);

import type { ChipTone } from './Chip.tsx';
import { CheckIcon, ClockIcon, WarningIcon } from './icons.tsx';

/** What stands beside a tone's words, for a colour never speaks alone. */
export const ToneIcon = ({ tone }: { readonly tone: ChipTone }) => {
  switch (tone) {
    case 'red':
      return <WarningIcon size={13} />;
    case 'amber':
      return <ClockIcon size={13} />;
    case 'green':
      return <CheckIcon size={13} />;
    case 'plain':
    case 'brand':
    case 'gold':
      return null;
  }
};

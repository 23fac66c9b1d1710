import type { ChipTone } from '../ui/Chip.tsx';

/** 金卡 and above look like gold; the rest are plain. By code: a store names its tiers as it likes. */
export const tierTone = (tier: string | null): ChipTone =>
  tier !== null && /gold|diamond|platinum|black|金|钻/i.test(tier) ? 'gold' : 'plain';

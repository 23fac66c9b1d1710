import { useStoreSettings } from '../../lib/store.ts';

/** The share of a term, percent, from which on it shows as soon: the store's first warning. */
export const useWarnPercent = (): number => useStoreSettings()?.values.complaintTerms.warnPercents[0] ?? 50;

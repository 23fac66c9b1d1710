import { z } from 'zod';

/** What an entry of the ledger does (积分流水类型). */
export const entryKind = z.enum([
  'earn',
  'bonus',
  'redeem',
  'expire',
  'reverse',
  'adjust',
  'renew',
  'upgrade',
  'donate',
  'migrate',
  'transferIn',
  'transferOut',
  'mergeIn',
  'mergeOut',
]);

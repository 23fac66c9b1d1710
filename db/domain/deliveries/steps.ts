import type { DeliveryStep } from '../../contract/deliveries.ts';

/** 检测 → 运输 → PDI → 交车准备 → 交付, in the order in which a car goes through them. */
export const deliverySteps = [
  'inspection',
  'transport',
  'pdi',
  'preparation',
  'delivered',
] as const satisfies readonly DeliveryStep[];

const at = (step: DeliveryStep, by: 1 | -1): DeliveryStep | null =>
  deliverySteps[deliverySteps.indexOf(step) + by] ?? null;

/** The step after it; null at the end of the way. */
export const stepAfter = (step: DeliveryStep): DeliveryStep | null => at(step, 1);

/** The step before it; null at the beginning, and of what was delivered, which undo alone takes back. */
export const stepBefore = (step: DeliveryStep): DeliveryStep | null => (step === 'delivered' ? null : at(step, -1));

import type { ServicePlanItem, ServicePlanRules } from '../../contract/servicePlanRules.ts';

const item = (name: string, everyKm: number | null, everyMonths: number | null): ServicePlanItem => ({
  name,
  everyKm,
  everyMonths,
  engineOnly: false,
});
const engineItem = (...of: Parameters<typeof item>): ServicePlanItem => ({ ...item(...of), engineOnly: true });

/** What is usual of a petrol car in a Chinese store; each maker's manual says its own, and the store changes these. */
export const servicePlanDefaults: ServicePlanRules = {
  items: [
    engineItem('更换机油机滤', 10_000, 12),
    item('全车检查', 10_000, 12),
    item('轮胎换位与动平衡', 10_000, null),
    item('空调滤芯', 20_000, 12),
    engineItem('空气滤芯', 20_000, 24),
    item('制动液', 40_000, 24),
    engineItem('火花塞', 40_000, null),
    engineItem('变速箱油', 60_000, 48),
    item('冷却液', 80_000, 48),
  ],
  severePercent: 70,
  horizonMonths: 24,
  assumedKmPerYear: 15_000,
};

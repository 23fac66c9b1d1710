import { z } from 'zod';
import { filled } from './values.ts';

/** A service that a car needs again and again (养护项目): by mileage or by time, whichever comes first (先到者计); one of the two at least. */
export const servicePlanItem = z.strictObject({
  name: filled(30),
  everyKm: z.number().int().min(1000).max(300_000).nullable(),
  everyMonths: z.number().int().min(1).max(240).nullable(),
  /** what only a car with an engine needs: not one that is purely electric (纯电) */
  engineOnly: z.boolean(),
});
export type ServicePlanItem = z.output<typeof servicePlanItem>;

/** 养护项目与间隔. */
export const servicePlanRules = z.strictObject({
  items: z.array(servicePlanItem).min(1).max(40),
  /** 苛刻工况: to so many percent intervals are shortened */
  severePercent: z.number().int().min(50).max(100),
  /** how far a plan looks ahead */
  horizonMonths: z.number().int().min(6).max(60),
  /** km a year of a car whose readings do not tell */
  assumedKmPerYear: z.number().int().min(1000).max(200_000),
});
export type ServicePlanRules = z.output<typeof servicePlanRules>;

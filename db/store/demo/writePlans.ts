import type { DemoBuild } from './build.ts';
import { bulkInsert } from './bulkInsert.ts';
import { firstFew } from './few.ts';
import { planKinds } from './plan.ts';
import { idKinds } from './seededIds.ts';

/** Fleets are looked for among so many companies. */
const companies = 200;

/** 重点客户: the two largest fleets have their plan for the year; one is due for review soon, the other was reviewed. */
export const writePlans = (build: DemoBuild): void => {
  const { connection, ids, dates, plan, today } = build;
  const plans = bulkInsert(connection, 'accountPlan', [
    ...['id', 'customerId', 'year', 'goals', 'measures', 'ownerId', 'reviewDay'],
    ...['reviewedDay', 'result', 'rating', 'next', 'reviewedBy', 'createdAt', 'updatedAt'],
  ]);
  const carsOf = (customer: number): number =>
    (plan.firstVehicle[customer + 1] ?? 0) - (plan.firstVehicle[customer] ?? 0);
  const isFleet = (customer: number): boolean =>
    (plan.customerKind[customer] === planKinds.company || plan.customerKind[customer] === planKinds.taxiCompany) &&
    carsOf(customer) > 1;
  const fleets = firstFew(companies, plan.customers, isFleet, { most: 10_000 })
    .toSorted((a, b) => carsOf(b) - carsOf(a) || a - b)
    .slice(0, 2);
  const morning = dates.instant(plan.today, 8 * 60);
  fleets.forEach((customer, index) => {
    const at = Math.min(morning, Math.max(plan.customerCreatedAt[customer] ?? 0, morning - 200 * 86_400_000));
    const isReviewed = index === 1;
    plans.add([
      ids(idKinds.accountPlan, index, at),
      build.customerId(customer),
      Number(today.slice(0, 4)),
      `${carsOf(customer)} 辆车全年在店保养，续保率 80% 以上`,
      '每月上门取送车；专属服务顾问；季度用车报告',
      build.staffIds[2] ?? null,
      dates.text(plan.today + (isReviewed ? -20 : 25)),
      isReviewed ? dates.text(plan.today - 18) : null,
      isReviewed ? '保养基本回店，续保两台流失到外面' : null,
      isReviewed ? 'partly' : null,
      isReviewed ? '明年签集团协议，续保提前 90 天上门谈' : null,
      isReviewed ? '陈刚' : null,
      at,
      at,
    ]);
  });
  plans.flush();
};

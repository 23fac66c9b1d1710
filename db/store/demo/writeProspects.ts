import type { DemoBuild } from './build.ts';
import { bulkInsert } from './bulkInsert.ts';
import { carModels, soldHere } from './catalogue.ts';
import { firstFew } from './few.ts';
import { planKinds } from './plan.ts';
import { streams } from './random.ts';
import { idKinds } from './seededIds.ts';

/** How many have a wish on file; the other customers of the stage are still to be asked. */
const mostNew = 11;
const mostOwners = 2;
const lost = 2;

const nextSteps = ['约试驾', '送报价', '回访', '邀约到店看车', '谈置换评估价'] as const;
const remarks = ['觉得悬架偏硬', '很满意，想带家人再来', '嫌后排空间小', null] as const;
const sources = ['自然到店', '车展', '朋友介绍', '汽车之家', null] as const;
const reasons = ['买了竞品', '预算不够，明年再看'] as const;
/** days from today on which the next step is due, in turn; null: nothing is planned */
const dueIn = [-2, 0, 1, 3, null, 5, -1, 2, 7, 0] as const;

/** 意向: prospects with models, budget, next step and test drives, and owners who look for another car. */
export const writeProspects = (build: DemoBuild): void => {
  const { connection, random, ids, dates, plan } = build;
  const prospects = bulkInsert(connection, 'prospect', [
    ...['id', 'customerId', 'state', 'models', 'budgetFromFen', 'budgetToFen', 'source', 'tradeIn', 'tradeInNote'],
    ...['nextWhat', 'nextDay', 'nextOwnerId', 'lostReason', 'closedDay', 'createdAt', 'updatedAt'],
  ]);
  const drives = bulkInsert(connection, 'testDrive', ['id', 'prospectId', 'day', 'model', 'adviserId', 'remark']);
  const morning = dates.instant(plan.today, 8 * 60);
  const last = plan.customers - 1;
  const looking = firstFew(mostNew, plan.customers, (at) => plan.customerKind[last - at] === planKinds.prospect).map(
    (at) => last - at,
  );
  const owners = firstFew(mostOwners, plan.customers, (customer) => {
    const vehicle = plan.firstVehicle[customer] ?? 0;
    const owns = (plan.firstVehicle[customer + 1] ?? 0) > vehicle;
    const isOld = plan.today - (plan.delivery[vehicle] ?? plan.today) > 6 * 366;
    return plan.customerKind[customer] === planKinds.person && owns && isOld;
  });
  let driven = 0;
  [...looking, ...owners].forEach((customer, index) => {
    random.begin(streams.prospect, index);
    const model = carModels[random.pick(soldHere)];
    const other = carModels[random.pick(soldHere)];
    if (!model || !other) throw new Error('no car models');
    const isOwner = index >= looking.length;
    const isLost = !isOwner && index >= mostNew - lost;
    const since = plan.customerCreatedAt[customer] ?? 0;
    const at = Math.min(morning, Math.max(since, morning - random.between(3, 40) * 86_400_000));
    const id = ids(idKinds.prospect, index, at);
    const due = isLost ? null : (dueIn[index % dueIn.length] ?? null);
    const low = Math.floor(model.priceYuan / 10_000) * 1_000_000;
    prospects.add([
      id,
      build.customerId(customer),
      isLost ? 'lost' : 'open',
      JSON.stringify([...new Set([model.series, ...(index % 3 === 0 ? [other.series] : [])])]),
      index % 4 === 3 ? null : low,
      index % 4 === 3 ? null : low + 3_000_000,
      sources[index % sources.length] ?? null,
      isOwner ? 1 : 0,
      isOwner ? '旧车想一起评估' : null,
      due === null ? null : (nextSteps[index % nextSteps.length] ?? '回访'),
      due === null ? null : dates.text(plan.today + due),
      due === null ? null : (build.staffIds[index % 3] ?? null),
      isLost ? (reasons[index % reasons.length] ?? null) : null,
      isLost ? dates.text(plan.today) : null,
      at,
      at,
    ]);
    if (index % 2 === 1) return;
    drives.add([
      ids(idKinds.testDrive, driven, at),
      id,
      dates.text(Math.min(plan.today, Math.floor((at + 8 * 3_600_000) / 86_400_000) + 1)),
      model.series,
      build.staffIds[2] ?? null,
      remarks[driven++ % remarks.length] ?? null,
    ]);
  });
  prospects.flush();
  drives.flush();
};

import type { ParseKeys, TFunction } from 'i18next';
import { plate } from '../../lib/formats.ts';
import type { TimelineItem } from './shapes.ts';

type Change = NonNullable<TimelineItem['change']>;

/** Column → the label that a form gives it; what is not named here is bookkeeping and not told. */
const labels: Readonly<Record<string, ParseKeys>> = {
  name: 'customer.form.name',
  kind: 'customer.form.kind',
  gender: 'customer.form.gender',
  phones: 'customer.form.phones',
  tags: 'customer.form.tags',
  residentId: 'customer.form.residentId',
  birthCalendar: 'customer.birthday.label',
  birthYear: 'customer.birthday.label',
  birthMonth: 'customer.birthday.label',
  birthDay: 'customer.birthday.label',
  birthLeap: 'customer.birthday.label',
  stage: 'customer.form.stage',
  wechat: 'customer.form.wechat',
  email: 'customer.form.email',
  address: 'customer.form.address',
  education: 'customer.form.education',
  income: 'customer.form.income',
  job: 'customer.form.job',
  interests: 'customer.form.interests',
  outlook: 'customer.form.outlook',
  habits: 'customer.form.habits',
  priceSensitivity: 'customer.form.priceSensitivity',
  needs: 'customer.form.needs',
  contactHours: 'customer.form.contactHours',
  licenceEndDay: 'customer.form.licenceEndDay',
  source: 'customer.form.source',
  referrerId: 'customer.form.referrer',
  adviserId: 'customer.form.adviser',
  note: 'customer.form.note',
  plate: 'vehicle.form.plate',
  vin: 'vehicle.form.vin',
  brand: 'vehicle.form.brand',
  series: 'vehicle.form.series',
  model: 'vehicle.form.model',
  color: 'vehicle.form.color',
  energy: 'vehicle.form.energy',
  use: 'vehicle.form.use',
  purchasedHere: 'vehicle.form.purchasedHere',
  purchaseDay: 'vehicle.form.purchaseDay',
  deliveryDay: 'vehicle.form.deliveryDay',
  inspectionDueDay: 'vehicle.form.inspectionDueDay',
  insuranceEndDay: 'vehicle.policy.endDay',
  warrantyEndDay: 'vehicle.form.warrantyEndDay',
  warrantyKm: 'vehicle.form.warrantyKm',
  roadConditions: 'vehicle.form.roadConditions',
  status: 'vehicle.life.title',
  statusDay: 'vehicle.life.title',
  customerId: 'vehicle.owners.owner',
};

const entities = [
  'customer',
  'customerPhone',
  'customerTag',
  'customerNote',
  'relation',
  'consent',
  'vehicle',
  'vehicleOwner',
  'mileageLog',
  'policy',
  'visit',
  'visitLine',
  'memberCard',
  'membership',
  'voucher',
  'approval',
  'delivery',
] as const;

/** Commands that reach over several rows and are one thing to people: named by themselves. */
const deeds: Readonly<Record<string, ParseKeys>> = {
  'duplicates.merge': 'customer.timeline.deed.merge',
  'changes.undo': 'customer.timeline.deed.undo',
  'vehicles.transfer': 'customer.timeline.deed.transfer',
  'vehicles.retire': 'customer.timeline.deed.retire',
  'vehicles.reactivate': 'customer.timeline.deed.reactivate',
  'handover.run': 'customer.timeline.deed.handover',
  'members.join': 'customer.timeline.deed.join',
  'members.renew': 'customer.timeline.deed.renew',
  'members.upgrade': 'customer.timeline.deed.upgrade',
  'members.setTier': 'customer.timeline.deed.setTier',
  'members.cancel': 'customer.timeline.deed.cancel',
  'members.reactivate': 'customer.timeline.deed.reactivateMember',
  'members.addCard': 'customer.timeline.deed.addCard',
  'members.setCardState': 'customer.timeline.deed.cardState',
  'members.replaceCard': 'customer.timeline.deed.replaceCard',
  'members.useBenefit': 'customer.timeline.deed.benefit',
  // the rescue is on the timeline by itself; the use of the tier's service is not
  'rescues.close': 'customer.timeline.deed.benefit',
  'rewards.redeem': 'customer.timeline.deed.redeem',
  'vouchers.grant': 'customer.timeline.deed.grant',
  'vouchers.grantMany': 'customer.timeline.deed.grant',
  'vouchers.use': 'customer.timeline.deed.useVoucher',
  'vouchers.void': 'customer.timeline.deed.voidVoucher',
  'approvals.grant': 'customer.timeline.deed.approved',
  'approvals.refuse': 'customer.timeline.deed.refused',
  'points.adjust': 'customer.timeline.deed.askedApproval',
  // of a complaint the customer's own rows tell the voucher; the rest is on the complaint's record
  'complaints.compensate': 'customer.timeline.deed.grant',
  'complaints.takeBackCompensation': 'customer.timeline.deed.voidVoucher',
};

/** 登记保单：京A·3K927 商业险 平安，至 2027-11-30; null where it is something else that was done. */
const policyDeedWords = ({ action, policy }: Change, t: TFunction): string | null => {
  if (!policy || (action !== 'vehicles.addPolicy' && action !== 'vehicles.removePolicy')) return null;
  const named = [policy.plate && plate(policy.plate), t(`vehicle.policy.kind.${policy.kind}`), policy.insurer];
  return t(`customer.timeline.deed.${action === 'vehicles.addPolicy' ? 'policyAdded' : 'policyRemoved'}`, {
    policy: named.filter(Boolean).join(' '),
    day: policy.endDay,
  });
};

/** 合并档案 · 车辆过户; null where the rows that changed say it better. */
export const deedWords = (change: Change, t: TFunction): string | null => {
  // a visit is on the timeline by itself; what it did to a voucher is not
  if (change.action === 'visits.add' && change.entity === 'voucher') return t('customer.timeline.deed.visitVoucher');
  // above the limit, what was asked for is not done yet
  if (change.entity === 'approval' && change.op === 'insert') return t('customer.timeline.deed.askedApproval');
  const key = deeds[change.action];
  return key ? t(key) : policyDeedWords(change, t);
};

/** How many names are told before the rest is only counted. */
const told = 4;

/** 修改客户资料：电话、地址: one line of the change log in words. */
export const changeWords = (change: Change, t: TFunction): string => {
  const entity = t(`customer.timeline.entity.${entities.find((one) => one === change.entity) ?? 'other'}`);
  const names = [...new Set(change.columns.flatMap((column) => labels[column] ?? []))].map((label) => t(label));
  const separator = t('customer.listSeparator');
  const columns =
    names.length > told
      ? t('customer.timeline.columnsMore', { columns: names.slice(0, told).join(separator), n: names.length })
      : names.join(separator);
  if (change.op === 'update' && columns === '') return t('customer.timeline.changed', { entity });
  return t(`customer.timeline.changeText.${change.op}`, { entity, columns });
};

/** The fields that a file of each kind may hold. `required` must have a column; a row may still lack the value. */
export interface ImportField<Field extends string> {
  field: Field;
  required: boolean;
}

export const customerFields = [
  'name',
  'kind',
  'gender',
  'phone',
  'phone2',
  'residentId',
  'birthday',
  'wechat',
  'email',
  'address',
  'job',
  'plate',
  'vin',
  'brand',
  'series',
  'model',
  'color',
  'use',
  'purchaseDay',
  'deliveryDay',
  'warrantyEndDay',
  'insuranceEndDay',
  'inspectionDueDay',
  'lastVisitDay',
  'lastMileage',
  'openingSpend',
  'adviser',
  'source',
  'note',
] as const;
export type CustomerField = (typeof customerFields)[number];

const memberFields = [
  'cardNumber',
  'name',
  'gender',
  'phone',
  'birthday',
  'plate',
  'vin',
  'tier',
  'joinMode',
  'joinDay',
  'validThrough',
  'cumulativePoints',
  'redeemablePoints',
  'note',
] as const;
export type MemberField = (typeof memberFields)[number];

const serviceOrderFields = [
  'orderNo',
  'vin',
  'plate',
  'name',
  'phone',
  'arrivedDay',
  'mileage',
  'category',
  'listAmount',
  'amount',
  'costAmount',
  'adviser',
  'description',
  'note',
] as const;
export type ServiceOrderField = (typeof serviceOrderFields)[number];

/** 客户与车辆, 会员, 工单: as in the contract. */
export type ImportTableKind = 'customers' | 'members' | 'service-orders';

const requiredFields = {
  customers: ['name', 'phone'],
  members: ['cardNumber', 'name', 'tier'],
  'service-orders': ['orderNo', 'arrivedDay', 'category', 'amount'],
} as const satisfies Readonly<Record<ImportTableKind, readonly string[]>>;

const fieldNames: Readonly<Record<ImportTableKind, readonly string[]>> = {
  customers: customerFields,
  members: memberFields,
  'service-orders': serviceOrderFields,
};

/** Every field of a kind in the order in which the mapping screen lists them. */
export function fieldsOf(kind: ImportTableKind): ImportField<string>[] {
  const required: readonly string[] = requiredFields[kind];
  return fieldNames[kind].map((field) => ({ field, required: required.includes(field) }));
}

/** Fields that must have a column and have none; a service order also needs one of VIN and plate. */
export function missingFields(kind: ImportTableKind, mapping: Readonly<Record<string, number>>): string[] {
  const missing: string[] = requiredFields[kind].filter((field) => mapping[field] === undefined);
  if (kind === 'service-orders' && mapping['vin'] === undefined && mapping['plate'] === undefined) missing.push('vin');
  return missing;
}

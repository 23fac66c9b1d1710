import { z } from 'zod';

/** 个人 · 单位 */
export const customerKind = z.enum(['person', 'company']);
export const gender = z.enum(['male', 'female']);
/** 潜在 → 现有 → 满意 → 忠诚 (S1) */
export const stage = z.enum(['prospect', 'current', 'satisfied', 'loyal']);
/** 产品 · 服务 · 情感 (S0) */
export const need = z.enum(['product', 'service', 'emotion']);
export const priceSensitivity = z.enum(['low', 'middle', 'high']);
export const phoneLabel = z.enum(['mobile', 'home', 'work', 'other']);
/** 配偶 · 子女 · 父母 · 亲友 · 关键人 (of a company account, S1) · 驾驶员 */
export const relationKind = z.enum(['spouse', 'child', 'parent', 'friend', 'keyPerson', 'driver']);
/**
 * What a person agreed to, purpose by purpose (PIPL): 营销短信, 营销电话, 微信, 关怀提醒, 提供给保险公司, 提供给合作商家,
 * 未满 14 岁子女的信息 (guardian).
 */
export const consentPurpose = z.enum([
  'marketingSms',
  'marketingPhone',
  'wechat',
  'reminders',
  'shareInsurer',
  'sharePartner',
  'childData',
]);
export const consentState = z.enum(['granted', 'refused', 'withdrawn']);
export const consentChannel = z.enum(['counter', 'phone', 'paper', 'wechat', 'sms', 'import']);

export const vehicleUse = z.enum(['private', 'official', 'taxi', 'rideHailing']);
export const energy = z.enum(['fuel', 'hybrid', 'plugin', 'electric']);
/** 交强险 · 商业险 */
export const policyKind = z.enum(['compulsory', 'commercial']);

/** A field that arrived changed but may be wrong: taken, and said so (VIN check digit, odd plate). */
export const warning = z.object({ path: z.string(), reason: z.string() });

import { z } from 'zod';
import { customerKind } from './customerTerms.ts';
import { command, commandInput, everyone, query } from './entry.ts';
import { filled, id, instant, limit, text, version } from './values.ts';

/**
 * What speaks for two files being one customer, strongest first: 身份证号, 手机, 座机, VIN, 车牌, 同一台车, 微信, 邮箱, 单位同名,
 * 同名, 同音, 近音, 生日, 生日（缺年份）, 地址, 手机尾号; and what speaks against it (`…Differs`, `related`: family share a phone).
 */
export const duplicateReason = z.enum([
  'residentId',
  'phone',
  'landline',
  'vin',
  'plate',
  'vehicle',
  'wechat',
  'email',
  'companyName',
  'nameSame',
  'nameSound',
  'nameNear',
  'birthday',
  'birthdayPart',
  'address',
  'phoneTail',
  'nameDiffers',
  'birthdayDiffers',
  'genderDiffers',
  'kindDiffers',
  'residentIdDiffers',
  'related',
]);
export type DuplicateReason = z.output<typeof duplicateReason>;

const side = z.object({
  id,
  version,
  kind: customerKind,
  name: z.string(),
  phones: z.array(z.string()),
  plates: z.array(z.string()),
  cardNumber: z.string().nullable(),
  lastVisitDay: z.string().nullable(),
  createdAt: instant,
});

export const duplicatePair = z.object({
  a: side,
  b: side,
  score: z.number().int(),
  why: z.array(
    z.object({
      by: duplicateReason,
      /** speaks against it */
      against: z.boolean(),
      /** what both have, phones and resident IDs masked; null where there is nothing to show */
      value: z.string().nullable(),
    }),
  ),
  /** the file to keep, as proposed: the one with the card, else whoever was here last, else the older */
  keepId: id,
});
export type DuplicatePair = z.output<typeof duplicatePair>;

/** Fields that a merge chooses one by one. `phones`: whose come first; all of both are kept. */
export const mergeFields = [
  'kind',
  'name',
  'gender',
  'birthday',
  'residentId',
  'stage',
  'phones',
  'wechat',
  'email',
  'address',
  'education',
  'income',
  'job',
  'interests',
  'outlook',
  'habits',
  'priceSensitivity',
  'needs',
  'contactHours',
  'licenceEndDay',
  'source',
  'referrerId',
  'adviserId',
  'note',
] as const;
export const mergeField = z.enum(mergeFields);
export type MergeField = z.output<typeof mergeField>;

const moved = z.array(z.object({ what: z.string(), count: z.number() }));

/** One customer once (查重与合并). */
export const duplicates = {
  /** Pairs that may be one customer, the surest first. Works over all customers: seconds, not milliseconds. */
  list: query(everyone)
    .input(z.strictObject({ cursor: text(120).optional(), limit: limit(50, 200) }))
    .output(z.object({ rows: z.array(duplicatePair), next: z.string().nullable(), total: z.number() })),
  /** The same for one customer, and who was merged into it. */
  ofCustomer: query(everyone)
    .input(z.strictObject({ id }))
    .output(
      z.object({
        rows: z.array(duplicatePair),
        merged: z.array(
          z.object({ id, name: z.string(), at: instant, by: z.string(), command: z.number().int().positive() }),
        ),
      }),
    ),
  /** Before a merge: which fields differ and what is taken of each where nobody chooses, and how many rows will move. */
  compare: query(everyone)
    .input(z.strictObject({ keepId: id, dropId: id }))
    .output(
      z.object({
        keep: z.object({ id, version, name: z.string() }),
        drop: z.object({ id, version, name: z.string() }),
        fields: z.array(
          z.object({
            field: mergeField,
            same: z.boolean(),
            /** `both`: lists are joined */
            standard: z.enum(['keep', 'drop', 'both']),
          }),
        ),
        moves: moved,
        pair: duplicatePair,
      }),
    ),
  /** These two are not one: never named again. */
  dismiss: command(everyone, ['duplicates'])
    .input(commandInput({ a: id, b: id, reason: filled(200) }))
    .output(z.object({ command: z.number() })),
  /**
   * `dropId` goes into `keepId` with everything it has. A field that is not chosen keeps what `keepId` says, or is filled from
   * `dropId` where that says nothing; lists are joined. A refusal on either side wins. Taken back by `changes.undo`.
   */
  merge: command(everyone, [
    'duplicates',
    'customers',
    'vehicles',
    'visits',
    'appointments',
    'prospects',
    'accounts',
    'complaints',
    'enquiries',
    'promises',
  ])
    .input(
      commandInput({
        keepId: id,
        dropId: id,
        keepVersion: version,
        dropVersion: version,
        fields: z.partialRecord(mergeField, z.enum(['keep', 'drop'])).default({}),
      }),
    )
    .output(z.object({ id, version, moved, command: z.number() })),
};

import type { Answer, Asked, api } from '../../lib/api.ts';

export type EnquiryList = Answer<typeof api.enquiries.list>;
export type EnquiryRow = EnquiryList['rows'][number];
export type Enquiry = Answer<typeof api.enquiries.get>;
export type KeptAnswer = Answer<typeof api.enquiries.keptList>['rows'][number];
export type State = Enquiry['state'];
export type Topic = Enquiry['topic'];
export type Channel = Enquiry['channel'];

export type ListInput = Asked<typeof api.enquiries.list>;
export type Tab = NonNullable<ListInput['tab']>;
export type AddInput = Asked<typeof api.enquiries.add>;

/** As the contract's lists of these names, in the order in which they are shown; the contract's own files bring zod with them. */
export const tabs = ['open', 'mine', 'closed'] as const satisfies readonly Tab[];
export const topics = [
  'sales',
  'service',
  'parts',
  'insurance',
  'member',
  'licence',
  'other',
] as const satisfies readonly Topic[];
/** those by which one asks */
export const channels = ['phone', 'counter', 'wechat', 'sms', 'web', 'other'] as const satisfies readonly Channel[];

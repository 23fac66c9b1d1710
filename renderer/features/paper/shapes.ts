import type { Answer, Asked, api } from '../../lib/api.ts';

export type SheetList = Answer<typeof api.paper.sheets>;
export type Sheet = SheetList['rows'][number];
export type SheetPage = Answer<typeof api.paper.rows>;
export type Row = SheetPage['rows'][number];
/** What a code names. */
export type Found = Answer<typeof api.paper.row>;
/** Of the papers that are not call sheets. */
export type FoundPaper = Exclude<Found, { kind: 'call' }>;
export type SignInInput = Asked<typeof api.paper.signIn>;

/** What can be printed, in the order of its keys 1 to 4. */
export const printables = ['call', 'complaint', 'signIn', 'survey'] as const satisfies readonly Sheet['kind'][];
export type PrintKind = (typeof printables)[number];

export const tabs = ['open', 'all'] as const;
export type Tab = (typeof tabs)[number];

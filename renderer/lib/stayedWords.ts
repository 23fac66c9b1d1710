import type { TFunction } from 'i18next';
import type { Answer, api } from './api.ts';
import { knownText } from './knownText.ts';

type Stayed = Answer<typeof api.changes.undo>['stayed'];

/** 地址（改过）、到店（后来新增 2 项）: what an undo left as it is, because it was changed since. Empty where there is none. */
export const stayedWords = (stayed: Stayed, t: TFunction): string =>
  stayed
    .map(({ reason, what, count }) => t(`undo.stayedBecause.${reason}`, { what: nameOf(what, t), n: count }))
    .join(t('customer.listSeparator'));

/** A field of the customer or a table, by the first of the texts that knows it. */
const nameOf = (what: string, t: TFunction): string =>
  knownText(`duplicates.things.${what}`, t) ??
  knownText(`customer.form.${what.replace(/Id$/, '')}`, t) ??
  t('duplicates.things.other');

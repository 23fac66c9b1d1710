import type { ParseKeys, TFunction } from 'i18next';
import { birthdayWords } from '../customer/birthdayWords.ts';
import type { CustomerPage } from '../customer/shapes.ts';
import type { MergeField } from './shapes.ts';

/** The name of a field, as the customer form has it. */
export const fieldLabel = (field: MergeField): ParseKeys => {
  switch (field) {
    case 'referrerId':
      return 'customer.form.referrer';
    case 'adviserId':
      return 'customer.form.adviser';
    default:
      return `customer.form.${field}`;
  }
};

/** What a customer's file says of a field, in words; '' where it says nothing. */
export const fieldWords = (field: MergeField, page: CustomerPage, t: TFunction): string => {
  const { customer } = page;
  switch (field) {
    case 'kind':
      return t(`customer.kind.${customer.kind}`);
    case 'gender':
      return customer.gender === null ? '' : t(`customer.sex.${customer.gender}`);
    case 'birthday':
      return customer.birthday === null ? '' : birthdayWords(customer.birthday, t);
    case 'residentId':
      return customer.residentIdMasked ?? '';
    case 'stage':
      return t(`customer.stage.${customer.stage}`);
    case 'phones':
      return page.phones.map((phone) => phone.masked).join(' / ');
    case 'interests':
      return customer.interests.join(t('customer.listSeparator'));
    case 'needs':
      return customer.needs.map((need) => t(`customer.need.${need}`)).join(t('customer.listSeparator'));
    case 'priceSensitivity':
      return customer.priceSensitivity === null ? '' : t(`customer.sensitivity.${customer.priceSensitivity}`);
    case 'referrerId':
      return customer.referrerName ?? '';
    case 'adviserId':
      return customer.adviserName ?? '';
    default:
      return customer[field] ?? '';
  }
};

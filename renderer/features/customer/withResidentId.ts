import { checkResidentId } from '../../../db/domain/residentId.ts';
import type { CustomerDraft } from './customerDraft.ts';

/** Puts a resident ID into the form; a good one also fills sex and birthday where those are still empty. */
export const withResidentId = (draft: CustomerDraft, text: string): CustomerDraft => {
  const check = checkResidentId(text);
  if (!check.ok) return { ...draft, residentId: text };
  const { birthday } = draft;
  const unborn = [birthday.year, birthday.month, birthday.day].every((part) => part === '');
  const [year = '', month = '', day = ''] = check.birthday.split('-');
  return {
    ...draft,
    residentId: text,
    gender: draft.gender || check.sex,
    birthday: unborn
      ? { calendar: 'solar', year, month: String(Number(month)), day: String(Number(day)), leap: false }
      : birthday,
  };
};

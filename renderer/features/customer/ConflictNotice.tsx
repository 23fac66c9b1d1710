import { Button } from 'antd';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { birthdayOf } from './birthdayDraft.ts';
import { birthdayWords } from './birthdayWords.ts';
import type { CustomerDraft } from './customerDraft.ts';
import css from './form.module.css';
import type { DraftField } from './joinEdits.ts';

export interface ConflictNoticeProps {
  readonly mine: CustomerDraft;
  readonly theirs: CustomerDraft;
  /** what both changed and nobody has decided yet */
  readonly fields: readonly DraftField[];
  /** the field takes its value `from` this draft */
  readonly onSettle: (field: DraftField, from: CustomerDraft) => void;
}

/** Somebody else saved first: what both changed, side by side, to be decided field by field or all at once. */
export const ConflictNotice = ({ mine, theirs, fields, onSettle }: ConflictNoticeProps) => {
  const { t } = useTranslation();
  // The form goes on changing while one decides: "mine" is what stood there when the two met.
  const [own] = useState(mine);
  if (fields.length === 0) {
    return (
      <section className={css['conflict']} role="status">
        {t('customer.conflict.quiet')}
      </section>
    );
  }
  const all = (from: CustomerDraft): void => {
    for (const field of fields) onSettle(field, from);
  };
  return (
    <section className={css['conflict']} role="alert">
      <h2>{t('customer.conflict.title')}</h2>
      <p>{t('customer.conflict.text')}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('customer.conflict.field')}</th>
            <th scope="col">{t('customer.conflict.theirs')}</th>
            <th scope="col">{t('customer.conflict.mine')}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <tr key={field}>
              <th scope="row">{fieldLabel(field, t)}</th>
              <td>
                {valueWords(field, theirs, t)}{' '}
                <Button size="small" onClick={() => onSettle(field, theirs)}>
                  {t('customer.conflict.takeTheirs')}
                </Button>
              </td>
              <td>
                {valueWords(field, own, t)}{' '}
                <Button size="small" onClick={() => onSettle(field, own)}>
                  {t('customer.conflict.keepMine')}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className={css['conflictButtons']}>
        <Button onClick={() => all(theirs)}>{t('customer.conflict.allTheirs')}</Button>
        <Button onClick={() => all(own)}>{t('customer.conflict.allMine')}</Button>
      </div>
    </section>
  );
};

const fieldLabel = (field: DraftField, t: TFunction): string => {
  switch (field) {
    case 'vehicle':
      return t('customer.form.sections.vehicle');
    case 'adviserId':
      return t('customer.form.adviser');
    default:
      return t(`customer.form.${field}`);
  }
};

const valueWords = (field: DraftField, draft: CustomerDraft, t: TFunction): string =>
  plainWords(field, draft, t) || t('customer.conflict.empty');

const plainWords = (field: DraftField, draft: CustomerDraft, t: TFunction): string => {
  switch (field) {
    case 'kind':
      return t(`customer.kind.${draft.kind}`);
    case 'gender':
      return draft.gender === '' ? '' : t(`customer.sex.${draft.gender}`);
    case 'phones':
      return draft.phones.map((phone) => phone.number).join(' / ');
    case 'birthday': {
      const birthday = birthdayOf(draft.birthday);
      return birthday ? birthdayWords(birthday, t) : '';
    }
    case 'stage':
      return t(`customer.stage.${draft.stage}`);
    case 'priceSensitivity':
      return draft.priceSensitivity === '' ? '' : t(`customer.sensitivity.${draft.priceSensitivity}`);
    case 'needs':
      return draft.needs.map((need) => t(`customer.need.${need}`)).join(' ');
    case 'referrer':
      return draft.referrer?.name ?? '';
    case 'adviserId':
      return draft.adviserId === '' ? '' : t('customer.conflict.otherAdviser');
    case 'interests':
    case 'tags':
      return draft[field].join(' ');
    case 'vehicle':
      return draft.vehicle.plate;
    default:
      return draft[field];
  }
};

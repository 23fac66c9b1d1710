import { useTranslation } from 'react-i18next';
import { Panel } from '../../ui/Panel.tsx';
import css from './detail.module.css';
import type { Complaint } from './shapes.ts';

/** 投诉内容, in the customer's words, and what they want. */
export const WhatPart = ({ complaint }: { readonly complaint: Pick<Complaint, 'what' | 'remedy'> }) => {
  const { t } = useTranslation();
  return (
    <Panel>
      <h3 className="heard-only">{t('complaints.field.what')}</h3>
      <p className={css['said']}>{complaint.what}</p>
      {complaint.remedy && (
        <p className={css['remedy']}>
          <span className="quiet">{t('complaints.field.remedy')}</span> {complaint.remedy}
        </p>
      )}
    </Panel>
  );
};

import i18next, { type TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { channels, severities } from '../features/complaints/shapes.ts';
import { api } from '../lib/api.ts';
import { FormHead } from './FormHead.tsx';
import css from './form.module.css';
import { type PrintedPaper, paperOf } from './paperOf.ts';
import type { PaperAsked } from './printAsked.ts';
import type { Printable } from './printable.ts';
import sheet from './sheet.module.css';
import { Ticks } from './Ticks.tsx';

interface FormProps {
  /** always Chinese: the customer signs it */
  readonly t: TFunction;
  readonly paper: PrintedPaper;
  readonly code: string;
  /** 产品 · 服务 …: the first level of the store's own */
  readonly categories: readonly string[];
}

const Field = ({
  name,
  wide,
  children,
}: {
  readonly name: string;
  readonly wide?: boolean;
  readonly children?: ReactNode;
}) => (
  <div className={wide ? css['wide'] : css['field']}>
    <span className={css['name']}>{name}</span>
    {children}
  </div>
);

const Part = ({ title, height }: { readonly title: string; readonly height: string }) => (
  <section className={css['part']}>
    <h2>{title}</h2>
    <div className={css['room']} style={{ height }} />
  </section>
);

const Form = ({ t, paper, code, categories }: FormProps) => (
  <article className={css['form']} lang="zh-CN">
    <FormHead store={paper.store} title={t('paper.sheet.complaint.title')} code={code} />
    <div className={css['lines']}>
      <Field name={t('paper.sheet.complaint.received')}>{t('paper.sheet.moment')}</Field>
      <Field name={t('paper.sheet.complaint.by')} />
      <Field wide name={t('complaints.field.channel')}>
        <Ticks words={channels.map((one) => t(`complaints.channel.${one}`))} />
      </Field>
      <Field name={t('paper.sheet.customer')} />
      <Field name={t('paper.sheet.phone')} />
      <Field name={t('paper.sheet.plate')} />
      <Field name={t('paper.sheet.model')} />
      <Field wide name={t('complaints.field.category')}>
        <Ticks words={categories} />
      </Field>
      <Field wide name={t('complaints.field.severity')}>
        <Ticks words={severities.map((one) => t(`complaints.severity.${one}`))} />
      </Field>
    </div>
    <Part title={t('paper.sheet.complaint.what')} height="52mm" />
    <Part title={t('paper.sheet.complaint.remedy')} height="20mm" />
    <Part title={t('paper.sheet.complaint.said')} height="20mm" />
    <footer className={css['signatures']}>
      <span className={sheet['line']}>{t('paper.sheet.complaint.signCustomer')}</span>
      <span className={sheet['line']}>{t('paper.sheet.complaint.signTaker')}</span>
    </footer>
    <p className={css['after']}>{t('paper.sheet.after')}</p>
  </article>
);

/** 投诉登记单, A4, one to a page, each with a code of its own. @throws ORPCError as `paper.print` */
export const complaintFormSheets = async (asked: PaperAsked): Promise<Printable> => {
  const [paper, { values }] = await Promise.all([paperOf(asked), api.settings.get({})]);
  const t = i18next.getFixedT('zh-CN');
  const categories = values.complaintCategories.map(({ name }) => name);
  return {
    width: 210,
    height: 297,
    flowMargin: 15,
    numbered: false,
    sheets: paper.rows.map(({ code }) => <Form key={code} t={t} paper={paper} code={code} categories={categories} />),
  };
};

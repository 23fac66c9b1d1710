import { ORPCError } from '@orpc/client';
import i18next, { type TFunction } from 'i18next';
import { type Answer, api } from '../lib/api.ts';
import { clockNow } from '../lib/clock.ts';
import { dayOf } from '../lib/formats.ts';
import css from './letter.module.css';
import type { Printable } from './printable.ts';

type Text = Answer<typeof api.tasks.texts>['rows'][number];

interface Sender {
  /** what goes to customers is in Chinese, whatever language the desk shows */
  readonly t: TFunction;
  readonly store: string;
  readonly city: string;
  readonly day: string;
}

interface SheetProps {
  readonly text: Text;
  readonly sender: Sender;
}

/** 2026-11-22 → 2026年11月22日 */
const dayInWords = (day: string, t: TFunction): string => {
  const [year = '', month = '', date = ''] = day.split('-');
  return t('tasks.paper.day', { year, month: Number(month), date: Number(date) });
};

/** The rule's text as a rule begins with the salutation; one that does not gets it. */
const saysWhom = ({ text, salutation }: Text): boolean => (text.split('\n', 1)[0] ?? '').includes(salutation);

const Letter = ({ text, sender: { t, store, day } }: SheetProps) => (
  <article className={css['letter']} lang="zh-CN">
    <p className={css['store']}>{store}</p>
    {!saysWhom(text) && <p className={css['salutation']}>{t('tasks.paper.dear', { name: text.salutation })}</p>}
    <div className={css['body']}>{text.text}</div>
    <footer className={css['signature']}>
      <p>{store}</p>
      <p>{dayInWords(day, t)}</p>
    </footer>
  </article>
);

const Envelope = ({ text, sender: { t, store, city } }: SheetProps) => (
  <article className={css['envelope']} lang="zh-CN">
    <p className={css['to']}>{text.address}</p>
    <p className={css['name']}>{t('tasks.paper.to', { name: text.name })}</p>
    <p className={css['from']}>{[city, store].filter(Boolean).join(' ')}</p>
  </article>
);

/** @throws ORPCError NOT_FOUND `task-not-found` where none of them is due a letter any more */
const lettersTo = async (customerIds: readonly string[]): Promise<{ rows: readonly Text[]; sender: Sender }> => {
  if (customerIds.length === 0) throw new ORPCError('NOT_FOUND', { data: { reason: 'task-not-found' } });
  const [{ rows }, { store }] = await Promise.all([
    api.tasks.texts({ channel: 'letter', customerIds: [...customerIds] }),
    api.settings.get({}),
  ]);
  if (rows.length === 0) throw new ORPCError('NOT_FOUND', { data: { reason: 'task-not-found' } });
  const day = dayOf(clockNow(), store.timeZone);
  return { rows, sender: { t: i18next.getFixedT('zh-CN'), store: store.name, city: store.city, day } };
};

/** 信函, A4: one to each; a long one goes on on the next page. */
export const letterSheets = async (customerIds: readonly string[]): Promise<Printable> => {
  const { rows, sender } = await lettersTo(customerIds);
  return {
    width: 210,
    height: 297,
    flowMargin: 25,
    numbered: false,
    sheets: rows.map((text) => <Letter key={text.customerId} text={text} sender={sender} />),
  };
};

/** 信封, DL 220 × 110 mm: in the order of the letters. */
export const envelopeSheets = async (customerIds: readonly string[]): Promise<Printable> => {
  const { rows, sender } = await lettersTo(customerIds);
  return {
    width: 220,
    height: 110,
    sheets: rows.map((text) => <Envelope key={text.customerId} text={text} sender={sender} />),
  };
};

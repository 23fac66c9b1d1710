import { useTranslation } from 'react-i18next';
import type { VoucherRow } from '../../db/contract/rewards.ts';
import { api } from '../lib/api.ts';
import { cardNumber, momentOf, money, number } from '../lib/formats.ts';
import { CodeBox } from './CodeBox.tsx';
import type { Printable } from './printable.ts';
import css from './roll.module.css';

const bars = { width: 72_000, height: 15_000 } as const;
const square = { width: 34_000, height: 34_000 } as const;

interface SlipProps {
  readonly voucher: VoucherRow;
  readonly storeName: string;
  readonly timeZone: string;
}

/** 兑换凭条: what the customer hands in, and what the desk scans. */
const Slip = ({ voucher, storeName, timeZone }: SlipProps) => {
  const { t } = useTranslation();
  const facts = [
    [t('printing.slip.customer'), voucher.customerName],
    ...(voucher.cardNumber ? [[t('printing.slip.card'), cardNumber(voucher.cardNumber)] as const] : []),
    ...(voucher.partner ? [[t('printing.slip.partner'), voucher.partner] as const] : []),
    ...(voucher.cause ? [[t('printing.slip.cause'), voucher.cause] as const] : []),
    ...(voucher.points > 0 ? [[t('printing.slip.points'), number(voucher.points)] as const] : []),
    [t('printing.slip.lastDay'), voucher.lastDay],
    [t('printing.slip.issued'), momentOf(voucher.issuedAt, timeZone)],
    [t('printing.slip.by'), voucher.issuedBy],
  ] as const;
  return (
    <div className={css['roll']}>
      <p className={`${css['centre']} ${css['store']}`}>{storeName}</p>
      <p className={`${css['centre']} ${css['title']}`}>{t(`printing.slip.kind.${voucher.kind}`)}</p>
      <hr className={css['rule']} />
      <p className={`${css['centre']} ${css['name']}`}>{voucher.name}</p>
      {voucher.valueFen !== null && (
        <p className={`${css['centre']} ${css['worth']}`}>
          {t('printing.slip.worth', { value: money(voucher.valueFen) })}
        </p>
      )}
      <div className={css['bars']}>
        <CodeBox kind="code128" text={voucher.code} {...bars} />
      </div>
      <p className={`${css['centre']} ${css['code']}`}>{voucher.code}</p>
      <div className={css['square']}>
        <CodeBox kind="qr" text={voucher.code} {...square} />
      </div>
      <hr className={css['rule']} />
      <dl className={css['facts']}>
        {facts.map(([term, value]) => (
          <Fact key={term} term={term} value={value} />
        ))}
      </dl>
      <hr className={css['rule']} />
      <p className={`${css['centre']} ${css['small']}`}>{t('printing.slip.terms')}</p>
    </div>
  );
};

export const Fact = ({ term, value }: { readonly term: string; readonly value: string }) => (
  <>
    <dt>{term}</dt>
    <dd>{value}</dd>
  </>
);

/** A slip for each voucher. */
export const slipSheets = async (codes: readonly string[]): Promise<Printable> => {
  const [{ store }, ...vouchers] = await Promise.all([
    api.settings.get({}),
    ...codes.map((code) => api.vouchers.get({ code })),
  ]);
  return {
    width: 80,
    height: null,
    sheets: vouchers.map((voucher) => (
      <Slip key={voucher.code} voucher={voucher} storeName={store.name} timeZone={store.timeZone} />
    )),
  };
};

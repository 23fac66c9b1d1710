import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cardNumber, day, dayOf, momentOf, number } from '../../lib/formats.ts';
import { useTimeZone } from '../../lib/store.ts';
import { WarningIcon } from '../../ui/icons.tsx';
import { worthWords } from './rewardWords.ts';
import type { Voucher } from './shapes.ts';
import { VoucherState } from './VoucherState.tsx';
import css from './voucher.module.css';

export interface VoucherFactsProps {
  readonly voucher: Voucher;
  /** it was just used: what stands above says so */
  readonly quiet?: boolean;
}

/** All there is to know of a voucher; one that cannot be used says so first. */
export const VoucherFacts = ({ voucher, quiet = false }: VoucherFactsProps) => {
  const { t } = useTranslation();
  const timeZone = useTimeZone();
  const cannot = useCannot(voucher);
  const { state } = voucher;
  const ended = state === 'used' || state === 'void' ? state : null;
  const facts: readonly (readonly [string, ReactNode])[] = [
    [
      t('rewards.voucher.facts.customer'),
      <Link key="customer" to="/customers/$id" params={{ id: voucher.customerId }}>
        {voucher.customerName}
      </Link>,
    ],
    [t('rewards.voucher.facts.card'), voucher.cardNumber && cardNumber(voucher.cardNumber)],
    [t('rewards.voucher.facts.origin'), t(`rewards.voucher.origin.${voucher.origin}`)],
    [t('rewards.voucher.facts.reason'), voucher.reason],
    [
      t('rewards.voucher.facts.points'),
      voucher.points > 0 ? t('rewards.points', { n: number(voucher.points) }) : t('rewards.voucher.facts.noPoints'),
    ],
    [
      t('rewards.voucher.facts.issued'),
      t('rewards.voucher.facts.issuedBy', { day: day(voucher.issuedDay), name: voucher.issuedBy }),
    ],
    [t('rewards.voucher.facts.lastDay'), day(voucher.lastDay)],
    [t('rewards.voucher.facts.partner'), voucher.partner],
    [t('rewards.voucher.facts.cause'), voucher.cause],
    ended && voucher.endedAt !== null
      ? [
          t(`rewards.voucher.facts.ended.${ended}`),
          t('rewards.voucher.facts.endedBy', {
            time: momentOf(voucher.endedAt, timeZone),
            name: voucher.endedBy ?? '',
          }),
        ]
      : ['', null],
    [t('rewards.voucher.facts.endReason'), state === 'void' ? voucher.endReason : null],
  ];
  return (
    <>
      <p className={css['what']}>
        <strong>{voucher.name}</strong>
        <span className="quiet">
          {[t(`rewards.kind.${voucher.kind}`), worthWords(voucher, t)].filter(Boolean).join(' · ')}
        </span>
        <VoucherState state={state} />
      </p>
      {cannot && !quiet && (
        <p role="alert" className={css['cannot']}>
          <WarningIcon size={16} /> {cannot}
        </p>
      )}
      <dl className={css['facts']}>
        {facts.map(([label, value]) =>
          value ? (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ) : null,
        )}
      </dl>
    </>
  );
};

/** Why it cannot be used, in one sentence; null where it can. */
const useCannot = (voucher: Voucher): string | null => {
  const { t } = useTranslation();
  const timeZone = useTimeZone();
  const { state } = voucher;
  if (state === 'active') return null;
  if (state === 'expired') return t('rewards.voucher.cannot.expired', { day: day(voucher.lastDay) });
  const on = voucher.endedAt === null ? '' : day(dayOf(voucher.endedAt, timeZone));
  return state === 'used'
    ? t('rewards.voucher.cannot.used', { day: on, name: voucher.endedBy ?? '' })
    : t('rewards.voucher.cannot.void', { day: on });
};

import { useTranslation } from 'react-i18next';
import { money } from '../../lib/formats.ts';
import { ControlGroup } from '../../ui/ControlGroup.tsx';
import { worthWords } from '../rewards/rewardWords.ts';
import inputs from './inputs.module.css';
import css from './sidePanel.module.css';
import type { VisitVouchersState } from './useVisitVouchers.ts';

/** 用券: what the customer has, to be ticked; nothing where there is none. */
export const VisitVouchers = ({ vouchers }: { readonly vouchers: VisitVouchersState }) => {
  const { t } = useTranslation();
  const { offered, chosen, deduction, toggle } = vouchers;
  if (offered.length === 0) return null;
  return (
    <ControlGroup label={t('rewards.visit.vouchers')} className={css['part']}>
      <h3>{t('rewards.visit.vouchers')}</h3>
      <div className={inputs['checks']}>
        {offered.map((voucher) => (
          <label key={voucher.id} className={inputs['check']}>
            <input
              type="checkbox"
              checked={chosen.some(({ id }) => id === voucher.id)}
              onChange={() => toggle(voucher.code)}
            />
            {t('rewards.visit.voucherLine', {
              name: voucher.name,
              worth: worthWords(voucher, t) ?? t('rewards.visit.noWorth'),
              day: voucher.lastDay,
            })}
            <span className="quiet small">{voucher.code}</span>
          </label>
        ))}
      </div>
      {deduction.unusedFen > 0 && (
        <p role="status" className="form-field-warning">
          {t('rewards.visit.unused', { amount: money(deduction.unusedFen) })}
        </p>
      )}
    </ControlGroup>
  );
};

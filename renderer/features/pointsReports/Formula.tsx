import { useTranslation } from 'react-i18next';
import { plainYuan } from '../../../db/domain/money.ts';
import { money, number } from '../../lib/formats.ts';
import type { Liability } from './liabilityCsv.ts';
import css from './pointsReports.module.css';

export type FormulaProps = Pick<Liability, 'outstanding' | 'liabilityFen' | 'terms'>;

/** 未兑换积分 × 每分价值 × (1 − 不会被使用的比例), in words and with its figures. */
export const Formula = ({ outstanding, liabilityFen, terms }: FormulaProps) => {
  const { t } = useTranslation();
  const { valueFen, valuePoints, breakagePercent } = terms;
  const value =
    valuePoints === 1
      ? t('pointsReports.liability.perPoint', { yuan: plainYuan(valueFen) })
      : t('pointsReports.liability.perPoints', { value: money(valueFen), points: number(valuePoints) });
  return (
    <div className={css['formula']}>
      <strong>
        {t('pointsReports.liability.formulaNow', {
          outstanding: number(outstanding),
          value,
          breakage: breakagePercent,
          liability: money(liabilityFen),
        })}
      </strong>
      <span>{t('pointsReports.liability.formula')}</span>
      <span>{t('pointsReports.liability.formulaNote')}</span>
    </div>
  );
};

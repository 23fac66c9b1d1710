import { useTranslation } from 'react-i18next';
import { categories } from '../../../db/domain/category.ts';
import { Chip } from '../../ui/Chip.tsx';
import type { MemberDiscount } from './useDiscounts.ts';
import css from './visitLines.module.css';

/** What the member's tier takes off, and how it gets into the lines. */
export const MemberDiscounts = ({ member }: { readonly member: MemberDiscount }) => {
  const { t } = useTranslation();
  return (
    <p className={css['member']}>
      <strong>{t('rewards.visit.discountTitle', { tier: member.tierName })}</strong>
      {categories.map((category) => {
        const percent = member.discounts[category];
        return percent === undefined ? null : (
          <Chip key={category} tone="green">
            {t('rewards.visit.discountOf', { category: t(`visit.category.${category}`), percent })}
          </Chip>
        );
      })}
      <span className="quiet small">{t('rewards.visit.discountHint')}</span>
    </p>
  );
};

import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Chip } from '../../ui/Chip.tsx';
import { Panel } from '../../ui/Panel.tsx';
import css from './members.module.css';
import type { Benefit, MemberPage } from './shapes.ts';
import { useBenefits } from './useBenefits.ts';

/** 服务包与折扣: what the tier gets beside points, how often it was used this year. */
export const BenefitsPart = ({ page }: { readonly page: MemberPage }) => {
  const { t } = useTranslation();
  const { membership, benefits, discounts } = page;
  const doing = useBenefits(page);
  return (
    <Panel title={t('members.benefit.title')}>
      {benefits.length === 0 && discounts.length === 0 && (
        <p className="quiet">{t('members.benefit.none', { tier: membership.tierName })}</p>
      )}
      <BenefitList page={page} doing={doing} />
      {discounts.length > 0 && (
        <p className={css['discounts']}>
          {discounts.map(({ category, percentOff }) => (
            <Chip key={category} tone="brand">
              {t('members.discount', {
                category: t(`visit.category.${category as 'parts'}`),
                percent: percentOff,
                tenths: tenths(percentOff),
              })}
            </Chip>
          ))}
        </p>
      )}
    </Panel>
  );
};

/** 5 % off is 9.5 折, 10 % is 9 折. */
const tenths = (percentOff: number): string => String((100 - percentOff) / 10);

export interface BenefitListProps {
  readonly page: MemberPage;
  readonly doing: ReturnType<typeof useBenefits>;
  /** who used it when, to be taken back */
  readonly withUses?: boolean;
}

export const BenefitList = ({ page, doing, withUses = false }: BenefitListProps) => {
  const { t } = useTranslation();
  const usable = page.membership.state === 'active';
  return (
    <ul>
      {page.benefits.map((benefit) => (
        <li key={benefit.code} className={css['benefit']}>
          <span className={css['fill']}>
            {benefit.name} <strong>{countWords(benefit, t('members.benefit.unlimited'))}</strong>
            {withUses && (
              <span className="quiet small">
                {' '}
                {t('members.benefit.year', { from: benefit.yearFrom, to: benefit.yearTo })}
              </span>
            )}
          </span>
          <Button
            size="small"
            disabled={!usable || benefit.left === 0 || doing.busy}
            aria-label={t('members.benefit.useNamed', { name: benefit.name })}
            onClick={() => doing.use(benefit)}
          >
            {t(benefit.left === 0 ? 'members.benefit.usedUp' : 'members.benefit.use')}
          </Button>
          {withUses && benefit.uses.length > 0 && (
            <ul className={css['uses']}>
              {benefit.uses.map((use) => (
                <li key={use.id}>
                  {use.day} · {use.byName}{' '}
                  <button
                    type="button"
                    className={css['linkButton']}
                    disabled={doing.busy}
                    aria-label={t('members.benefit.takeBackNamed', { name: benefit.name, day: use.day })}
                    onClick={() => doing.takeBack(use)}
                  >
                    {t('members.benefit.takeBack')}
                  </button>
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  );
};

/** 2/4, or 不限次. */
const countWords = ({ used, times }: Benefit, unlimited: string): string =>
  times === null ? unlimited : `${used}/${times}`;

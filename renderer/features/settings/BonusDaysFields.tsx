import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { categories } from '../../../db/domain/category.ts';
import { Chip } from '../../ui/Chip.tsx';
import { ChipGroup } from '../../ui/ChipGroup.tsx';
import { FormField } from '../../ui/FormField.tsx';
import { PlusIcon } from '../../ui/icons.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { DayInput } from '../customer/DayInput.tsx';
import { weekdayNames } from './hoursDraft.ts';
import { type BonusText, mostBonusDays, newBonus } from './pointsRulesForm.ts';
import css from './rules.module.css';

export interface BonusDaysFieldsProps {
  readonly value: readonly BonusText[];
  readonly today: string;
  readonly say: (path: string) => string | undefined;
  readonly onChange: (value: readonly BonusText[]) => void;
}

/** 加倍日: spans of days, within them every day or some weekdays, for every category or some. */
export const BonusDaysFields = ({ value, today, say, onChange }: BonusDaysFieldsProps) => {
  const { t } = useTranslation();
  const set = (at: number, part: Partial<BonusText>): void =>
    onChange(value.map((bonus, index) => (index === at ? { ...bonus, ...part } : bonus)));
  return (
    <>
      {value.length === 0 && <p className="quiet">{t('rules.points.noBonus')}</p>}
      {value.map((bonus, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: bonus days that are being typed have no other identity
        <div key={at} className={css['bonus']}>
          <Bonus
            bonus={bonus}
            say={(part) => say(`bonusDays.${at}.${part}`)}
            onChange={(part) => set(at, part)}
            onRemove={() => onChange(value.filter((_, index) => index !== at))}
          />
        </div>
      ))}
      {value.length < mostBonusDays && (
        <div>
          <Button icon={<PlusIcon size={16} />} onClick={() => onChange([...value, newBonus(today)])}>
            {t('rules.points.addBonus')}
          </Button>
        </div>
      )}
    </>
  );
};

interface BonusProps {
  readonly bonus: BonusText;
  readonly say: (part: string) => string | undefined;
  readonly onChange: (part: Partial<BonusText>) => void;
  readonly onRemove: () => void;
}

const toggled = <T,>(list: readonly T[], one: T): readonly T[] =>
  list.includes(one) ? list.filter((other) => other !== one) : [...list, one];

const Bonus = ({ bonus, say, onChange, onRemove }: BonusProps) => {
  const { t } = useTranslation();
  return (
    <>
      <div className={css['bonusHead']}>
        <FormField label={t('rules.points.bonus.name')} error={say('name')}>
          <TextInput value={bonus.name} maxLength={30} onChange={(name) => onChange({ name })} />
        </FormField>
        <FormField label={t('rules.points.bonus.from')} error={say('fromDay')}>
          <DayInput value={bonus.fromDay} onChange={(fromDay) => onChange({ fromDay })} />
        </FormField>
        <FormField label={t('rules.points.bonus.to')} error={say('toDay')}>
          <DayInput value={bonus.toDay} onChange={(toDay) => onChange({ toDay })} />
        </FormField>
        <FormField label={t('rules.points.bonus.times')} error={say('times')}>
          <TextInput value={bonus.times} inputMode="decimal" maxLength={5} onChange={(times) => onChange({ times })} />
        </FormField>
        <Button aria-label={t('rules.points.bonus.remove', { name: bonus.name })} onClick={onRemove}>
          {t('common.remove')}
        </Button>
      </div>
      <div className={css['chips']}>
        <span>{t('rules.points.bonus.weekdays')}</span>
        <ChipGroup label={t('rules.points.bonus.weekdays')}>
          {weekdayNames.map((name, index) => (
            <Chip
              key={name}
              pressed={bonus.weekdays.includes(index + 1)}
              onPress={() => onChange({ weekdays: toggled(bonus.weekdays, index + 1) })}
            >
              {t(`common.weekdays.${name}`)}
            </Chip>
          ))}
        </ChipGroup>
      </div>
      <div className={css['chips']}>
        <span>{t('rules.points.bonus.categories')}</span>
        <ChipGroup label={t('rules.points.bonus.categories')}>
          {categories.map((category) => (
            <Chip
              key={category}
              pressed={bonus.categories.includes(category)}
              onPress={() => onChange({ categories: toggled(bonus.categories, category) })}
            >
              {t(`visit.category.${category}`)}
            </Chip>
          ))}
        </ChipGroup>
      </div>
    </>
  );
};

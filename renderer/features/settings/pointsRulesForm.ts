import type { PointsRules } from '../../../db/contract/pointsRules.ts';
import type { Settings } from '../../../db/contract/settings.ts';
import type { Category } from '../../../db/contract/visits.ts';
import { categories } from '../../../db/domain/category.ts';
import { dayOrNull } from '../customer/typedDay.ts';
import { formReader, type Reading, textOrBlank, timesText, yuanText } from './formReader.ts';

type Tiers = Settings['tiers'];

/** “¥ __ 得 __ 分”; both empty: as for every tier, or no points. */
export interface RatioText {
  readonly yuan: string;
  readonly points: string;
}

export interface BonusText {
  readonly name: string;
  readonly fromDay: string;
  readonly toDay: string;
  /** 1 Monday to 7 Sunday; none for every day */
  readonly weekdays: readonly number[];
  /** none for all */
  readonly categories: readonly Category[];
  /** `2`: double */
  readonly times: string;
}

/** 积分规则 while they are typed. */
export interface PointsRulesForm {
  /** by `ratioKey` */
  readonly ratios: Readonly<Record<string, RatioText>>;
  readonly bonusDays: readonly BonusText[];
  readonly birthday: string;
  readonly bonusIsCumulative: boolean;
  readonly validMonths: string;
}

export const blankRatio: RatioText = { yuan: '', points: '' };

/** `tier` null: for every tier without a ratio of its own. */
export const ratioKey = (category: Category, tier: string | null): string => `${category}|${tier ?? ''}`;

export const mostBonusDays = 50;

export const pointsRulesForm = (rules: PointsRules, tiers: Tiers): PointsRulesForm => ({
  ratios: Object.fromEntries(
    categories.flatMap((category) =>
      [null, ...tiers.map(({ code }) => code)].map((tier) => {
        const found = rules.ratios.find((ratio) => ratio.category === category && ratio.tier === tier);
        const text = found ? { yuan: yuanText(found.perFen), points: String(found.points) } : blankRatio;
        return [ratioKey(category, tier), text];
      }),
    ),
  ),
  bonusDays: rules.bonusDays.map((bonus) => ({ ...bonus, times: timesText(bonus.percent) })),
  birthday: rules.birthdayPercent === null ? '' : timesText(rules.birthdayPercent),
  bonusIsCumulative: rules.bonusIsCumulative,
  validMonths: textOrBlank(rules.validMonths),
});

export const newBonus = (today: string): BonusText => ({
  name: '',
  fromDay: today,
  toDay: '',
  weekdays: [],
  categories: [],
  times: '2',
});

/** Paths: `ratios.KEY`, `bonusDays.N.name`, `birthday`, `validMonths`. */
export const readPointsRules = (form: PointsRulesForm, tiers: Tiers): Reading<PointsRules> => {
  const reader = formReader();
  const ratios = [null, ...tiers.map(({ code }) => code)].flatMap((tier) =>
    categories.flatMap((category) => {
      const key = ratioKey(category, tier);
      const { yuan, points } = form.ratios[key] ?? blankRatio;
      if (yuan.trim() === '' && points.trim() === '') return [];
      const path = `ratios.${key}`;
      if (yuan.trim() === '' || points.trim() === '') reader.wrong(path, { reason: 'half' });
      const perFen = reader.fen(path, yuan, 1);
      if (perFen > 100_000_000) reader.wrong(path, { reason: 'amount' });
      return [{ category, tier, points: reader.whole(path, points, [0, 10_000]), perFen }];
    }),
  );
  const bonusDays = form.bonusDays.map((bonus, at) => {
    const path = `bonusDays.${at}`;
    const name = bonus.name.trim();
    const fromDay = dayOrNull(bonus.fromDay);
    const toDay = dayOrNull(bonus.toDay);
    if (name === '') reader.wrong(`${path}.name`, { reason: 'required' });
    if (fromDay === null) reader.wrong(`${path}.fromDay`, { reason: 'day-invalid' });
    if (toDay === null) reader.wrong(`${path}.toDay`, { reason: 'day-invalid' });
    if (fromDay !== null && toDay !== null && toDay < fromDay) {
      reader.wrong(`${path}.toDay`, { reason: 'ends-before-start' });
    }
    return {
      name,
      fromDay: fromDay ?? '',
      toDay: toDay ?? '',
      weekdays: [...bonus.weekdays],
      categories: [...bonus.categories],
      percent: reader.times(`${path}.times`, bonus.times),
    };
  });
  return reader.done({
    ratios,
    bonusDays,
    birthdayPercent: form.birthday.trim() === '' ? null : reader.times('birthday', form.birthday),
    bonusIsCumulative: form.bonusIsCumulative,
    validMonths: reader.whole('validMonths', form.validMonths, [1, 120]),
  });
};

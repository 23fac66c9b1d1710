import type { TierBenefits } from '../../../db/contract/membershipRules.ts';
import type { Settings } from '../../../db/contract/settings.ts';
import type { Category } from '../../../db/contract/visits.ts';
import { categories } from '../../../db/domain/category.ts';
import { formReader, type Reading, textOrBlank } from './formReader.ts';

type Tiers = Settings['tiers'];
type Service = TierBenefits['services'][number];

/** How often a tier gets a service in a year: a number, without a limit, or (empty) not at all. */
export interface TimesText {
  readonly times: string;
  readonly unlimited: boolean;
}

export interface ServiceText {
  /** kept in what was used; never shown */
  readonly code: string;
  readonly name: string;
  /** by tier */
  readonly tiers: Readonly<Record<string, TimesText>>;
}

/** 会员权益 while they are typed. */
export interface TierBenefitsForm {
  readonly services: readonly ServiceText[];
  /** percent off, by `discountKey` */
  readonly discounts: Readonly<Record<string, string>>;
}

export const noTimes: TimesText = { times: '', unlimited: false };
export const discountKey = (category: Category, tier: string): string => `${category}|${tier}`;
/** as the contract has it: rows by service and tier */
const mostRows = 60;

export const newService = (code: string): ServiceText => ({ code, name: '', tiers: {} });

export const tierBenefitsForm = ({ services, discounts }: TierBenefits, tiers: Tiers): TierBenefitsForm => ({
  services: [...new Set(services.map(({ code }) => code))].map((code) => {
    const rows = services.filter((row) => row.code === code);
    return {
      code,
      name: rows[0]?.name ?? '',
      tiers: Object.fromEntries(
        rows.map(({ tier, timesPerYear }) => [
          tier,
          { times: textOrBlank(timesPerYear), unlimited: timesPerYear === null },
        ]),
      ),
    };
  }),
  discounts: Object.fromEntries(
    categories.flatMap((category) =>
      tiers.map(({ code }) => [
        discountKey(category, code),
        textOrBlank(discounts.find((row) => row.category === category && row.tier === code)?.percentOff ?? null),
      ]),
    ),
  ),
});

/** Paths: `services.CODE.name`, `services.CODE.TIER`, `services`, `discounts.KEY`. */
export const readTierBenefits = (form: TierBenefitsForm, tiers: Tiers): Reading<TierBenefits> => {
  const reader = formReader();
  const names = form.services.map(({ name }) => name.trim());
  const services = form.services.flatMap(({ code, tiers: counts }, at): readonly Service[] => {
    const name = names[at] ?? '';
    if (name === '') reader.wrong(`services.${code}.name`, { reason: 'required' });
    if (name !== '' && names.indexOf(name) < at) reader.wrong(`services.${code}.name`, { reason: 'name-twice' });
    const rows = tiers.flatMap(({ code: tier }): Service[] => {
      const { times, unlimited } = counts[tier] ?? noTimes;
      if (unlimited) return [{ code, tier, name, timesPerYear: null }];
      const timesPerYear = reader.wholeOrNull(`services.${code}.${tier}`, times, [1, 1000]);
      return timesPerYear === null ? [] : [{ code, tier, name, timesPerYear }];
    });
    if (rows.length === 0) reader.wrong(`services.${code}.name`, { reason: 'times-missing' });
    return rows;
  });
  if (services.length > mostRows) reader.wrong('services', { reason: 'too-many', values: { most: mostRows } });
  const discounts = tiers.flatMap(({ code: tier }) =>
    categories.flatMap((category) => {
      const key = discountKey(category, tier);
      const percentOff = reader.wholeOrNull(`discounts.${key}`, form.discounts[key] ?? '', [1, 100]);
      return percentOff === null ? [] : [{ tier, category, percentOff }];
    }),
  );
  return reader.done({ services, discounts });
};

import type { MembershipRules, UpgradeRule } from '../../../db/contract/membershipRules.ts';
import type { Settings } from '../../../db/contract/settings.ts';
import { ruleProblems } from '../../../db/domain/ruleProblems.ts';
import { formReader, type Reading, textOrBlank, yuanText, yuanTextOrBlank } from './formReader.ts';

type Tiers = Settings['tiers'];

/** In the order of the table. */
export const upgradePaths = [
  'cumulativePoints',
  'deductPoints',
  'repairFen',
  'insuranceFen',
  'insuranceYears',
  'referrals',
  'participations',
] as const;
export type UpgradePath = (typeof upgradePaths)[number];
export type UpgradeText = Readonly<Record<UpgradePath, string>>;

/** 会籍规则 while they are typed; what is empty is not offered. Tiers by their codes. */
export interface MembershipRulesForm {
  readonly joinFee: string;
  readonly validMonths: string;
  readonly startingBy: MembershipRules['starting']['by'];
  /** `topPercent` */
  readonly starting: Readonly<Record<string, string>>;
  readonly renewFromDays: string;
  readonly renewLateDays: string;
  readonly renewFee: string;
  readonly renewPoints: string;
  readonly renewInsurance: string;
  readonly upgrades: Readonly<Record<string, UpgradeText>>;
  readonly downgrade: boolean;
  readonly keep: Readonly<Record<string, string>>;
  readonly pointsFree: readonly string[];
}

const blankUpgrade: UpgradeText = {
  cumulativePoints: '',
  deductPoints: '',
  repairFen: '',
  insuranceFen: '',
  insuranceYears: '2',
  referrals: '',
  participations: '',
};

const upgradeText = (rule: UpgradeRule): UpgradeText => ({
  cumulativePoints: textOrBlank(rule.cumulativePoints),
  deductPoints: textOrBlank(rule.deductPoints),
  repairFen: yuanTextOrBlank(rule.repairFen),
  insuranceFen: yuanTextOrBlank(rule.insuranceFen),
  insuranceYears: String(rule.insuranceYears),
  referrals: textOrBlank(rule.referrals),
  participations: textOrBlank(rule.participations),
});

/** The tiers that one can rise to, and fall from. */
export const upperTiers = (tiers: Tiers): Tiers => tiers.slice(1);

export const membershipRulesForm = (rules: MembershipRules, tiers: Tiers): MembershipRulesForm => {
  const byTier = <T>(of: (code: string) => T, among: Tiers = tiers): Record<string, T> =>
    Object.fromEntries(among.map(({ code }) => [code, of(code)]));
  return {
    joinFee: yuanText(rules.joinFeeFen),
    validMonths: String(rules.validMonths),
    startingBy: rules.starting.by,
    starting: byTier((code) => textOrBlank(rules.starting.tiers.find(({ tier }) => tier === code)?.topPercent ?? null)),
    renewFromDays: String(rules.renewal.fromDays),
    renewLateDays: String(rules.renewal.lateDays),
    renewFee: yuanTextOrBlank(rules.renewal.feeFen),
    renewPoints: textOrBlank(rules.renewal.points),
    renewInsurance: yuanTextOrBlank(rules.renewal.insuranceFen),
    upgrades: byTier((code) => {
      const found = rules.upgrades.find(({ tier }) => tier === code);
      return found ? upgradeText(found) : blankUpgrade;
    }, upperTiers(tiers)),
    downgrade: rules.downgrade.on,
    keep: byTier(
      (code) => textOrBlank(rules.downgrade.keep.find(({ tier }) => tier === code)?.cumulativePoints ?? null),
      upperTiers(tiers),
    ),
    pointsFree: rules.pointsFreeTiers.filter((code) => tiers.some((tier) => tier.code === code)),
  };
};

const isBlank = (text: UpgradeText): boolean =>
  upgradePaths.every((path) => path === 'insuranceYears' || text[path].trim() === '');

const mostPoints = 1_000_000_000;

/** Paths: the form's keys, `starting.TIER`, `upgrades.TIER.PATH`, `keep.TIER`. */
export const readMembershipRules = (form: MembershipRulesForm, tiers: Tiers): Reading<MembershipRules> => {
  const reader = formReader();
  const upgradeOf = (tier: string): UpgradeRule[] => {
    const text = form.upgrades[tier] ?? blankUpgrade;
    if (isBlank(text)) return [];
    const at = (path: UpgradePath): string => `upgrades.${tier}.${path}`;
    return [
      {
        tier,
        cumulativePoints: reader.wholeOrNull(at('cumulativePoints'), text.cumulativePoints, [1, mostPoints]),
        deductPoints: reader.wholeOrNull(at('deductPoints'), text.deductPoints, [1, mostPoints]),
        repairFen: reader.fenOrNull(at('repairFen'), text.repairFen, 1),
        insuranceFen: reader.fenOrNull(at('insuranceFen'), text.insuranceFen, 1),
        insuranceYears: reader.whole(at('insuranceYears'), text.insuranceYears, [1, 5]),
        referrals: reader.wholeOrNull(at('referrals'), text.referrals, [1, 1000]),
        participations: reader.wholeOrNull(at('participations'), text.participations, [1, 1000]),
      },
    ];
  };
  const rules: MembershipRules = {
    joinFeeFen: reader.fen('joinFee', form.joinFee),
    validMonths: reader.whole('validMonths', form.validMonths, [1, 60]),
    starting: {
      by: form.startingBy,
      tiers: tiers.flatMap(({ code }) => {
        const text = form.starting[code] ?? '';
        if (text.trim() === '') return [];
        return [{ tier: code, topPercent: reader.percent(`starting.${code}`, text, [0.1, 100]) }];
      }),
    },
    renewal: {
      fromDays: reader.whole('renewFromDays', form.renewFromDays, [0, 366]),
      lateDays: reader.whole('renewLateDays', form.renewLateDays, [0, 366]),
      feeFen: reader.fenOrNull('renewFee', form.renewFee, 1),
      points: reader.wholeOrNull('renewPoints', form.renewPoints, [1, mostPoints]),
      insuranceFen: reader.fenOrNull('renewInsurance', form.renewInsurance, 1),
    },
    upgrades: upperTiers(tiers).flatMap(({ code }) => upgradeOf(code)),
    downgrade: {
      on: form.downgrade,
      keep: upperTiers(tiers).flatMap(({ code }) => {
        const cumulativePoints = reader.wholeOrNull(`keep.${code}`, form.keep[code] ?? '', [1, mostPoints]);
        return cumulativePoints === null ? [] : [{ tier: code, cumulativePoints }];
      }),
    },
    pointsFreeTiers: tiers.map(({ code }) => code).filter((code) => form.pointsFree.includes(code)),
  };
  const order = tiers.map(({ code }) => code);
  for (const { path, reason } of ruleProblems('membershipRules', rules, order)) {
    const [part, at = '', inner = ''] = path
      .replace('starting.tiers', 'starting')
      .replace('downgrade.keep', 'keep')
      .split('.');
    switch (reason) {
      case 'threshold-order': {
        const tier = (part === 'keep' ? rules.downgrade.keep : rules.upgrades)[Number(at)]?.tier;
        reader.wrong(part === 'keep' ? `keep.${tier}` : `upgrades.${tier}.${inner}`, { reason });
        break;
      }
      case 'percent-order':
        reader.wrong(`starting.${rules.starting.tiers[Number(at)]?.tier}`, { reason });
        break;
      case 'keep-missing':
        reader.wrong('downgrade', { reason });
        break;
      default:
        // a table of tiers cannot name one twice, nor one that is none
        break;
    }
  }
  return reader.done(rules);
};

import { CareError, type FieldProblem } from '../../contract/errors.ts';
import { complaintKeys, type RuleKey, ruleKeys, type SettingKey, type Settings } from '../../contract/settings.ts';
import { ruleProblems, tiersNamed } from '../../domain/ruleProblems.ts';
import type { CommandContext, ReadDb } from '../../store/handler.ts';
import { checkComplaintSettings } from './checkComplaintSettings.ts';
import { settingsOn } from './settingsOn.ts';

type Values = { readonly [K in SettingKey]?: Settings[K] | undefined };

/** Managers decide these too. */
const managersKeys: readonly string[] = ['tiers', ...ruleKeys, ...complaintKeys];

/** Days after `day` from which a version of one of these settings holds, earliest first. */
const laterDays = async (db: ReadDb, keys: readonly SettingKey[], day: string): Promise<string[]> => {
  const rows = await db
    .selectFrom('setting')
    .select('fromDay')
    .distinct()
    .where('key', 'in', keys)
    .where('fromDay', '>', day)
    .orderBy('fromDay')
    .execute();
  return rows.map((row) => row.fromDay);
};

/** @throws FORBIDDEN where a manager would change what only an administrator may */
export const checkRight = (values: Values, ctx: Pick<CommandContext, 'actor'>): void => {
  if (ctx.actor.role === 'admin') return;
  if (Object.keys(values).some((key) => !managersKeys.includes(key))) {
    throw new CareError('FORBIDDEN', { reason: 'role-not-allowed' });
  }
};

const problemsOf = <K extends RuleKey>(key: K, values: Values, order: readonly string[]): readonly FieldProblem[] => {
  const rule: Settings[K] | undefined = values[key];
  return rule === undefined ? [] : ruleProblems(key, rule, order);
};

/**
 * What is wrong with rules from a day on: whether each is whole and names tiers that there are on that day, and on every later one
 * until a next version of it holds. Paths as in the command's input.
 */
export const problemsFrom = async (db: ReadDb, values: Values, fromDay: string): Promise<readonly FieldProblem[]> => {
  const keys = ruleKeys.filter((key) => values[key] !== undefined);
  if (keys.length === 0) return [];
  const codesOn = async (day: string): Promise<string[]> => (await settingsOn(db, day)).tiers.map((tier) => tier.code);
  const order = values.tiers?.map((tier) => tier.code) ?? (await codesOn(fromDay));
  const tierDays = await laterDays(db, ['tiers'], fromDay);
  const found: FieldProblem[] = [];
  for (const key of keys) {
    let problems = problemsOf(key, values, order);
    const [until] = await laterDays(db, [key], fromDay);
    for (const day of tierDays.filter((one) => until === undefined || one < until)) {
      if (problems.length > 0) break;
      problems = problemsOf(key, values, await codesOn(day)).filter(({ reason }) => reason === 'tier-unknown');
    }
    found.push(...problems.map(({ path, reason }) => ({ path: `values.${key}.${path}`, reason })));
  }
  return found;
};

/**
 * Rules can be kept as they are; a tier that a member has, or that a rule names from that day on, stays, and so does what complaints
 * name.
 *
 * @throws VALIDATION with each part that cannot be kept; CONFLICT `tier-in-use`, `tier-in-rules` and as `checkComplaintSettings`
 */
export const checkUpdate = async (db: ReadDb, values: Values, fromDay: string): Promise<void> => {
  const fields = await problemsFrom(db, values, fromDay);
  if (fields.length > 0) throw new CareError('VALIDATION', { fields });
  await checkTiers(db, values, fromDay);
  await checkComplaintSettings(db, values, fromDay);
};

const checkTiers = async (db: ReadDb, values: Values, fromDay: string): Promise<void> => {
  if (values.tiers === undefined) return;
  const codes = values.tiers.map((tier) => tier.code);
  if (new Set(codes).size !== codes.length) {
    throw new CareError('VALIDATION', { fields: [{ path: 'values.tiers', reason: 'tier-twice' }] });
  }
  const used = await db
    .selectFrom('membership')
    .select('tier')
    .distinct()
    .where('deletedAt', 'is', null)
    .where('state', '=', 'active')
    .execute();
  const lost = used.find((row) => !codes.includes(row.tier));
  if (lost) throw new CareError('CONFLICT', { reason: 'tier-in-use', values: { tier: lost.tier } });
  for (const day of [fromDay, ...(await laterDays(db, ruleKeys, fromDay))]) {
    const then = await settingsOn(db, day);
    const named = tiersNamed({
      pointsRules: values.pointsRules ?? then.pointsRules,
      membershipRules: values.membershipRules ?? then.membershipRules,
      tierBenefits: values.tierBenefits ?? then.tierBenefits,
    });
    // only what is taken away now: a rule may still name what was taken away before rules were checked
    const missed = then.tiers.find((tier) => !codes.includes(tier.code) && named.has(tier.code));
    if (missed) throw new CareError('CONFLICT', { reason: 'tier-in-rules', values: { tier: missed.name } });
  }
};

import type { FoundTask, TaskRuleFields } from '../../contract/taskTerms.ts';
import type { Day } from '../../domain/day.ts';
import { taskKey } from '../../domain/tasks/taskKey.ts';
import { dueAfterDelivery, dueOf, isOpen, lastDayOf, openBegins } from '../../domain/tasks/window.ts';
import type { QueryContext, ReadDb } from '../../store/handler.ts';
import { settingsOn } from '../settings/settings.ts';
import { find } from './found/find.ts';
import type { Occasion } from './found/finder.ts';

export interface RuleToAsk extends TaskRuleFields {
  readonly id: string;
  /** nothing before it begins; null: from ever */
  readonly fromDay: Day | null;
}

const later = (a: Day | null, b: Day | null): Day | null => (a === null || (b !== null && b > a) ? b : a);

const activeStaffIds = async (db: ReadDb): Promise<ReadonlySet<string>> => {
  const rows = await db.selectFrom('staff').select('id').where('active', '=', 1).execute();
  return new Set(rows.map(({ id }) => id));
};

/**
 * By when: what was promised by its own time, a first call from the delivery's; all else from the beginning of the day on which it is found, so
 * that nobody is late for what came up while the desk was switched off or the day's cap held it back.
 */
const dueAtOf = (occasion: Occasion, rule: RuleToAsk, today: Day, timeZone: string): number => {
  if (occasion.dueAt !== undefined) return occasion.dueAt;
  return rule.trigger.kind === 'delivered' && rule.trigger.afterDays === 0
    ? dueAfterDelivery(occasion.occasionDay, rule.termHours, timeZone, occasion.deliveredAt)
    : dueOf(today, rule.termHours, timeZone);
};

/**
 * Everything whose days on the list include the context's day, before existing tasks and caps are looked at. Nothing is dated, or begins,
 * before the store's go-live day (启用日); nothing begins before the rule's own first day.
 */
export const occasionsOf = async (db: ReadDb, rule: RuleToAsk, ctx: QueryContext): Promise<readonly FoundTask[]> => {
  const { timeZone } = ctx;
  const today = ctx.today();
  const { goLiveDay } = await db.selectFrom('store').select('goLiveDay').executeTakeFirstOrThrow();
  const open = openBegins(today, rule.keepDays, later(rule.fromDay, goLiveDay));
  if (open.from > open.to) return [];
  const { audience, keepDays, trigger } = rule;
  const settings = await settingsOn(db, today);
  const found = await find(db, trigger, { today, timeZone, open, audience, rule, settings });
  const works = await activeStaffIds(db);
  return found
    .filter(({ begin, occasionDay }) => isOpen(begin, open) && (goLiveDay === null || occasionDay >= goLiveDay))
    .map((occasion): FoundTask => {
      const { customerId, vehicleId, membershipId, subjectId, occasionDay, begin } = occasion;
      const ownerId = occasion.ownerId ?? (rule.owner === 'adviser' ? occasion.adviserId : null);
      const subject = subjectId ?? membershipId ?? vehicleId ?? customerId;
      return {
        key: taskKey(rule.id, subject, occasion.keyDay, occasion.keyPart),
        customerId,
        vehicleId,
        membershipId,
        subjectId,
        occasionDay,
        dueAt: dueAtOf(occasion, rule, today, timeZone),
        lastDay: lastDayOf(begin, keepDays),
        ownerId: ownerId !== null && works.has(ownerId) ? ownerId : null,
      };
    });
};

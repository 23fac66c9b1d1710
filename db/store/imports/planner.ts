import type { ImportKind } from '../../contract/imports.ts';
import { type Settings, settingSchemas } from '../../contract/settings.ts';
import type { CustomerRow } from '../../domain/import/customerRow.ts';
import type { MemberRow } from '../../domain/import/memberRow.ts';
import type { ServiceOrderRow } from '../../domain/import/serviceOrderRow.ts';
import { defaultSettings } from '../../features/settings/defaults.ts';
import type { Connection } from '../connection.ts';
import { timeZoneOf } from '../timeZone.ts';
import { customersPlan } from './customersPlan.ts';
import { membersPlan } from './membersPlan.ts';
import { ordersPlan } from './ordersPlan.ts';
import type { PlanContext } from './planContext.ts';
import type { Planned } from './planned.ts';

/** The card classes that hold on a day. */
export const tiersOn = (connection: Connection, day: string): Settings['tiers'] => {
  const value = connection
    .prepare<[string], string>(
      "SELECT value FROM setting WHERE key = 'tiers' AND fromDay <= ? ORDER BY fromDay DESC LIMIT 1",
    )
    .pluck(true)
    .get(day);
  return value ? settingSchemas.tiers.parse(JSON.parse(value)) : defaultSettings.tiers;
};

/** Plans staged rows of one kind; they were checked when they were staged. */
export const plannerOf = (kind: ImportKind, context: PlanContext): ((row: unknown) => Planned) => {
  switch (kind) {
    case 'customers': {
      const plan = customersPlan(context);
      return (row) => plan.next(row as CustomerRow);
    }
    case 'members': {
      const plan = membersPlan(context, tiersOn(context.connection, context.today));
      return (row) => plan.next(row as MemberRow);
    }
    case 'service-orders': {
      const plan = ordersPlan(context, timeZoneOf(context.connection));
      return (row) => plan.next(row as ServiceOrderRow);
    }
  }
};

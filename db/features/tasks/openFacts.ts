import { sql } from 'kysely';
import type { TaskTrigger } from '../../contract/taskTerms.ts';
import { nextOccurrence } from '../../domain/birthday.ts';
import { lastContactDay } from '../../domain/tasks/lastContact.ts';
import type { TaskFacts, TaskMatter } from '../../domain/tasks/taskEnd.ts';
import { keyDay } from '../../domain/tasks/taskKey.ts';
import { dayOf } from '../../domain/zonedTime.ts';
import type { QueryContext, ReadDb } from '../../store/handler.ts';
import { birthdayOf } from '../customers/rows.ts';
import { ratesVisit } from './found/ratesVisit.ts';

interface Row {
  readonly id: string;
  readonly key: string;
  readonly lastDay: string;
  readonly subjectId: string | null;
  readonly trigger: string;
  readonly customerGone: number;
  readonly vehicleGone: number;
  readonly deliveryDay: string | null;
  readonly lastVisitDay: string | null;
  readonly insuranceEndDay: string | null;
  readonly inspectionDueDay: string | null;
  readonly licenceEndDay: string | null;
  readonly cardEndDay: string | null;
  readonly birthCalendar: string | null;
  readonly birthYear: number | null;
  readonly birthMonth: number | null;
  readonly birthDay: number | null;
  readonly birthLeap: number | null;
  /** UTC ms; null where it is not open any more */
  readonly promiseDueAt: number | null;
  readonly waits: number;
  /** what was asked for has been answered since */
  readonly answered: number;
  /** of what is told by other rows: a visit, an appointment, points, a wish, an answer */
  readonly told: string | number | null;
}

/** The last day of a membership that has none, as its index has it. */
const endless = '9999-12-31';

const matterOf = (row: Row, day: string, ctx: QueryContext): TaskMatter => {
  const trigger = JSON.parse(row.trigger) as TaskTrigger;
  const { kind } = trigger;
  switch (kind) {
    case 'delivered':
      return { kind, deliveryDay: row.deliveryDay };
    case 'visited':
      return { kind, visitStands: row.told === 1, rated: row.answered === 1 };
    case 'serviceDue':
    case 'noVisit':
      return { kind, contactDay: lastContactDay(row), booked: row.told === 1 };
    case 'insuranceEnd':
      return { kind, endDay: row.insuranceEndDay };
    case 'inspectionDue':
      return { kind, endDay: row.inspectionDueDay };
    case 'licenceEnd':
      return { kind, endDay: row.licenceEndDay };
    case 'cardEnd':
      return { kind, endDay: row.cardEndDay };
    case 'birthday': {
      const kept = birthdayOf({ ...row, birthLeap: row.birthLeap ?? 0 });
      return { kind, keptThen: kept !== null && nextOccurrence(kept, day) === day };
    }
    case 'festival':
      return { kind };
    case 'pointsLapse':
      return { kind, points: Number(row.told ?? 0), leastPoints: trigger.leastPoints };
    case 'tradeIn':
      return { kind, wish: row.told === 'open' || row.told === 'bought' ? row.told : 'none' };
    case 'promise':
      return {
        kind,
        open: row.promiseDueAt !== null,
        dueDay: row.promiseDueAt === null ? null : dayOf(row.promiseDueAt, ctx.timeZone),
      };
    case 'askBack':
      return { kind, waits: row.waits === 1 };
    case 'detractor':
      return { kind, response: row.told === 'waits' || row.told === 'followed' ? row.told : 'gone' };
    case 'sample':
      return { kind, answered: row.answered === 1 };
  }
};

/** Open tasks with what decides whether they go on: of all customers, or of these. */
export const openFacts = async (
  db: ReadDb,
  customerIds: readonly string[] | undefined,
  ctx: QueryContext,
): Promise<readonly { readonly id: string; readonly facts: TaskFacts }[]> => {
  const of =
    customerIds === undefined
      ? sql`TRUE`
      : sql`t.customerId IN (SELECT value FROM json_each(${JSON.stringify(customerIds)}))`;
  const { rows } = await sql<Row>`
    SELECT t.id, t.key, t.lastDay, t.subjectId, r.trigger,
      c.deletedAt IS NOT NULL AS customerGone,
      t.vehicleId IS NOT NULL AND (v.deletedAt IS NOT NULL OR v.status <> 'active' OR v.customerId <> t.customerId) AS vehicleGone,
      v.deliveryDay, v.lastVisitDay, v.insuranceEndDay, v.inspectionDueDay, c.licenceEndDay,
      CASE WHEN m.state = 'active' AND m.deletedAt IS NULL AND m.customerId = t.customerId
        THEN coalesce(m.validThrough, ${endless}) END AS cardEndDay,
      iif(t.subjectId IS NULL, c.birthCalendar, f.birthCalendar) AS birthCalendar,
      iif(t.subjectId IS NULL, c.birthYear, f.birthYear) AS birthYear,
      iif(t.subjectId IS NULL, c.birthMonth, f.birthMonth) AS birthMonth,
      iif(t.subjectId IS NULL, c.birthDay, f.birthDay) AS birthDay,
      iif(t.subjectId IS NULL, c.birthLeap, f.birthLeap) AS birthLeap,
      p.dueAt AS promiseDueAt,
      r.kind = 'askBack' AND k.step = 'done' AND k.deletedAt IS NULL AND k.customerId = t.customerId
        AND t.key LIKE '%-' || k.round AS waits,
      CASE
        WHEN r.kind = 'visited' AND r.form = 'survey' THEN EXISTS (SELECT 1 FROM surveyResponse w WHERE ${ratesVisit({
          vehicleId: sql`t.vehicleId`,
          customerId: sql`t.customerId`,
          day: sql`t.occasionDay`,
          questionnaireId: sql`r.questionnaireId`,
        })})
        WHEN r.kind = 'sample' THEN EXISTS (SELECT 1 FROM surveyResponse w WHERE w.customerId = t.customerId
          AND w.questionnaireId = r.questionnaireId AND w.day >= t.occasionDay AND w.deletedAt IS NULL)
        ELSE 0
      END AS answered,
      CASE r.kind
        WHEN 'visited' THEN EXISTS (SELECT 1 FROM visit s WHERE s.vehicleId = t.vehicleId AND s.day = t.occasionDay
          AND s.voidedAt IS NULL AND s.deletedAt IS NULL)
        WHEN 'pointsLapse' THEN (SELECT sum(l.remaining) FROM pointsLot l WHERE l.membershipId = m.id AND m.state = 'active'
          AND m.deletedAt IS NULL AND l.lastDay = t.occasionDay AND l.remaining > 0)
        WHEN 'tradeIn' THEN (SELECT q.state FROM prospect q WHERE q.customerId = t.customerId AND q.deletedAt IS NULL
          AND (q.state = 'open' OR q.state = 'bought' AND q.closedDay >= t.occasionDay) ORDER BY q.state DESC LIMIT 1)
        WHEN 'serviceDue' THEN EXISTS (SELECT 1 FROM appointment a WHERE a.vehicleId = t.vehicleId AND a.day >= ${ctx.today()}
          AND a.state = 'booked' AND a.deletedAt IS NULL)
        WHEN 'noVisit' THEN EXISTS (SELECT 1 FROM appointment a WHERE a.vehicleId = t.vehicleId AND a.day >= ${ctx.today()}
          AND a.state = 'booked' AND a.deletedAt IS NULL)
        WHEN 'detractor' THEN (SELECT iif(w.followedAt IS NULL, 'waits', 'followed') FROM surveyResponse w
          WHERE w.id = t.subjectId AND w.customerId = t.customerId AND w.deletedAt IS NULL)
      END AS told
    FROM task t JOIN taskRule r ON r.id = t.ruleId JOIN customer c ON c.id = t.customerId
      LEFT JOIN vehicle v ON v.id = t.vehicleId
      LEFT JOIN membership m ON m.id = t.membershipId
      LEFT JOIN promise p ON r.kind = 'promise' AND p.id = t.subjectId AND p.state = 'open' AND p.deletedAt IS NULL
      LEFT JOIN complaint k ON r.kind = 'askBack' AND k.id = t.subjectId
      LEFT JOIN relation f ON r.kind = 'birthday' AND f.id = t.subjectId AND f.deletedAt IS NULL AND f.otherId IS NULL
    WHERE t.state = 'open' AND t.deletedAt IS NULL AND ${of}`.execute(db);
  return rows.map((row) => {
    const day = keyDay(row.key);
    return {
      id: row.id,
      facts: {
        matter: matterOf(row, day, ctx),
        keyDay: day,
        lastDay: row.lastDay,
        customerGone: row.customerGone === 1,
        vehicleGone: row.vehicleGone === 1,
      },
    };
  });
};

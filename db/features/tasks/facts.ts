import { sql } from 'kysely';
import { salutationOf } from '../../domain/tasks/salutation.ts';
import type { ScriptFacts } from '../../domain/tasks/scriptText.ts';
import type { QueryContext, ReadDb } from '../../store/handler.ts';
import { heldCards } from '../customers/cards.ts';
import { tierNameOf } from '../members/tierNames.ts';
import { settingsOn } from '../settings/settings.ts';
import { idsIn } from './judge.ts';
import type { NamedTask } from './open.ts';

interface Person {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly gender: string | null;
  readonly address: string | null;
  readonly adviser: string | null;
}

const peopleOf = async (db: ReadDb, ids: readonly string[]): Promise<Map<string, Person>> => {
  const { rows } = await sql<Person>`
    SELECT c.id, c.name, c.kind, c.gender, c.address, s.displayName AS adviser
    FROM customer c LEFT JOIN staff s ON s.id = c.adviserId WHERE c.id IN ${idsIn(ids)}`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
};

const mileagesOf = async (db: ReadDb, tasks: readonly NamedTask[]): Promise<Map<string, number | null>> => {
  const ids = tasks.flatMap(({ vehicleId }) => (vehicleId === null ? [] : [vehicleId]));
  const { rows } = await sql<{ id: string; lastMileage: number | null }>`
    SELECT id, lastMileage FROM vehicle WHERE id IN ${idsIn(ids)}`.execute(db);
  return new Map(rows.map(({ id, lastMileage }) => [id, lastMileage]));
};

/** The points that lapse until the day of a task; where it is about nothing that lapses, those that can be redeemed. */
const pointsOf = async (
  db: ReadDb,
  tasks: readonly NamedTask[],
  accountOf: (task: NamedTask) => string | null,
): Promise<Map<string, number>> => {
  const asked = tasks.flatMap((task) => {
    const account = accountOf(task);
    return account ? [{ id: task.id, account, until: task.kind === 'pointsLapse' ? task.occasionDay : null }] : [];
  });
  const { rows } = await sql<{ id: string; points: number }>`
    SELECT json_extract(a.value, '$.id') AS id, CASE WHEN json_extract(a.value, '$.until') IS NULL
      THEN coalesce((SELECT redeemable FROM pointsBalance WHERE membershipId = json_extract(a.value, '$.account')), 0)
      ELSE coalesce((SELECT sum(remaining) FROM pointsLot WHERE membershipId = json_extract(a.value, '$.account')
        AND remaining > 0 AND lastDay <= json_extract(a.value, '$.until')), 0) END AS points
    FROM json_each(${JSON.stringify(asked)}) a`.execute(db);
  return new Map(rows.map(({ id, points }) => [id, points]));
};

/** What is told beside the texts: the whole name, how one is addressed, and where letters go. */
export type Addressee = Pick<Person, 'name' | 'address'> & { readonly salutation: string };

/** What scripts and texts name, for a page of tasks at once; each task's script as its rule says it now. */
export const scriptFactsOf = async (db: ReadDb, tasks: readonly NamedTask[], ctx: QueryContext) => {
  const today = ctx.today();
  const ids = [...new Set(tasks.map(({ customerId }) => customerId))];
  const people = await peopleOf(db, ids);
  const store = await db.selectFrom('store').select('name').executeTakeFirst();
  const { tiers } = await settingsOn(db, today);
  const cards = ids.length > 0 ? await heldCards(db, ids) : [];
  const mileages = await mileagesOf(db, tasks);
  const cardOf = (task: NamedTask) => {
    const own = cards.filter(({ customerId }) => customerId === task.customerId);
    return own.find(({ membershipId }) => membershipId === task.membershipId) ?? own[0];
  };
  const points = await pointsOf(db, tasks, (task) => task.membershipId ?? cardOf(task)?.membershipId ?? null);
  const rules = await db.selectFrom('taskRule').select(['id', 'script']).execute();
  const scripts = new Map(rules.map(({ id, script }) => [id, script]));

  return {
    store: store?.name ?? '',
    scriptOf: (task: NamedTask): string => scripts.get(task.ruleId) ?? '',
    addresseeOf: (customerId: string): Addressee => {
      const person = people.get(customerId);
      return {
        name: person?.name ?? '',
        address: person?.address ?? null,
        salutation: person ? salutationOf(person) : '',
      };
    },
    factsOf: (task: NamedTask): ScriptFacts => {
      const person = people.get(task.customerId);
      const card = cardOf(task);
      return {
        name: task.customerName,
        salutation: person ? salutationOf(person) : task.customerName,
        plate: task.plate,
        model: task.series ?? task.model,
        day: task.occasionDay,
        today,
        store: store?.name ?? '',
        adviser: person?.adviser ?? null,
        tier: card ? tierNameOf(tiers, card.tier) : null,
        points: points.get(task.id) ?? null,
        family: task.relationName,
        mileage: task.vehicleId === null ? null : (mileages.get(task.vehicleId) ?? null),
      };
    },
  };
};

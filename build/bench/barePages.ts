import { addDays, addMonths } from '../../db/domain/day.ts';
import { dayOf } from '../../db/domain/zonedTime.ts';
import type { Connection } from '../../db/store/connection.ts';

const today = (): string => dayOf(Date.now(), 'Asia/Shanghai');

/** What the customer page reads, statement by statement. */
export const bareCustomerPage = (connection: Connection): ((id: string) => unknown) => {
  const customer = connection.prepare<[string]>(
    `SELECT c.*, r.name AS referrerName, s.displayName AS adviserName FROM customer c
     LEFT JOIN customer r ON r.id = c.referrerId LEFT JOIN staff s ON s.id = c.adviserId WHERE c.id = ? AND c.deletedAt IS NULL`,
  );
  const settings = connection.prepare<[string]>('SELECT key, value FROM setting WHERE fromDay <= ? ORDER BY fromDay');
  const lists = [
    'SELECT tag FROM customerTag WHERE customerId = ?',
    'SELECT * FROM customerPhone WHERE customerId = ?',
    'SELECT * FROM relation WHERE customerId = ? AND deletedAt IS NULL ORDER BY id',
    'SELECT purpose, state, at FROM consent WHERE customerId = ? ORDER BY at, id',
    `SELECT * FROM vehicle WHERE customerId = ? AND deletedAt IS NULL
     ORDER BY coalesce(lastVisitDay, deliveryDay, purchaseDay, '') DESC, id DESC`,
    'SELECT vehicleId, count(*) FROM visit WHERE customerId = ? AND voidedAt IS NULL AND deletedAt IS NULL GROUP BY vehicleId',
    `SELECT c.number, m.* FROM memberCard c JOIN membership m ON m.id = c.membershipId WHERE c.customerId = ? AND c.deletedAt IS NULL
     ORDER BY coalesce(m.validThrough, '') DESC, c.id DESC LIMIT 1`,
    `SELECT sum(b.cumulative), sum(b.redeemable) FROM membership m JOIN pointsBalance b ON b.membershipId = m.id
     WHERE m.customerId = ? AND m.deletedAt IS NULL`,
    'SELECT count(*) FROM visit WHERE customerId = ? AND deletedAt IS NULL',
    'SELECT count(*) FROM customerNote WHERE customerId = ? AND deletedAt IS NULL',
    'SELECT count(*) FROM consent WHERE customerId = ?',
    "SELECT count(DISTINCT command) FROM changeLog WHERE ownerId = ? AND entity NOT IN ('visit', 'customerNote')",
  ].map((sql) => connection.prepare<[string]>(sql));
  const spend = connection.prepare<[string, string]>(
    `SELECT coalesce(sum(amountFen), 0), count(*), max(day), coalesce(sum(CASE WHEN day > ? THEN amountFen ELSE 0 END), 0)
     FROM visit WHERE customerId = ? AND voidedAt IS NULL AND deletedAt IS NULL`,
  );
  return (id) => [
    customer.get(id),
    settings.all(today()),
    ...lists.map((list) => list.all(id)),
    spend.get(addMonths(today(), -12), id),
  ];
};

/** The first hundred of the list with what stands beside each name, and how many there are. */
export const bareList = (connection: Connection): (() => unknown) => {
  const page = connection.prepare<[], { id: string }>(
    `SELECT c.id, c.kind, c.name, c.gender, c.stage, c.lastVisitDay, c.createdAt, s.displayName FROM searchDoc d
     CROSS JOIN customer c ON c.id = d.customerId LEFT JOIN staff s ON s.id = c.adviserId
     WHERE c.deletedAt IS NULL ORDER BY d.docId DESC LIMIT 101`,
  );
  const beside = [
    'SELECT number FROM customerPhone WHERE customerId = ? ORDER BY position LIMIT 1',
    'SELECT plate, series, insuranceEndDay, inspectionDueDay FROM vehicle WHERE customerId = ? AND deletedAt IS NULL ORDER BY id DESC',
    'SELECT m.tier FROM memberCard c JOIN membership m ON m.id = c.membershipId WHERE c.customerId = ? AND c.deletedAt IS NULL',
    'SELECT tag FROM customerTag WHERE customerId = ?',
  ].map((sql) => connection.prepare<[string]>(sql));
  const count = connection.prepare(
    'SELECT count(*) FROM (SELECT 1 FROM customer WHERE deletedAt IS NULL LIMIT 200001)',
  );
  return () => [count.get(), ...page.all().map(({ id }) => beside.map((statement) => statement.all(id)))];
};

/** 今日, statement by statement. */
export const bareToday = (connection: Connection): (() => unknown) => {
  const visits = connection.prepare<[string], { id: string }>(
    `SELECT visit.*, vehicle.plate, vehicle.series, customer.name FROM visit JOIN vehicle ON vehicle.id = visit.vehicleId
     JOIN customer ON customer.id = visit.customerId WHERE visit.day = ? AND visit.deletedAt IS NULL
     ORDER BY arrivedAt DESC, visit.id DESC LIMIT 51`,
  );
  const lines = connection.prepare<[string]>('SELECT * FROM visitLine WHERE visitId = ?');
  const sums = connection.prepare<[string]>(
    'SELECT count(*), sum(amountFen) FROM visit WHERE day = ? AND voidedAt IS NULL AND deletedAt IS NULL',
  );
  const due = (['insuranceEndDay', 'inspectionDueDay'] as const).flatMap((column) => [
    connection.prepare<[string, string]>(
      `SELECT c.id, c.name, v.id, v.plate, v.series, ${column} FROM vehicle v JOIN customer c ON c.id = v.customerId
       WHERE v.deletedAt IS NULL AND ${column} BETWEEN ? AND ? ORDER BY ${column} LIMIT 20`,
    ),
    connection.prepare<[string, string]>(
      `SELECT count(*) FROM vehicle WHERE deletedAt IS NULL AND ${column} BETWEEN ? AND ?`,
    ),
  ]);
  const birthdays = connection.prepare<[number, number]>(
    `SELECT id, name, birthYear FROM customer WHERE birthMonth = ? AND birthDay = ? AND birthCalendar = 'solar' AND deletedAt IS NULL LIMIT 20`,
  );
  const counts = ['SELECT count(*) FROM searchDoc', 'SELECT count(*) FROM vehicle WHERE deletedAt IS NULL'].map((sql) =>
    connection.prepare(sql),
  );
  return () => {
    const day = today();
    const shown = visits.all(day);
    return [
      ...shown.map(({ id }) => lines.all(id)),
      sums.get(day),
      ...due.map((statement) => statement.all(day, addDays(day, 30))),
      ...Array.from({ length: 8 }, (_, i) => addDays(day, i)).map((at) =>
        birthdays.all(Number(at.slice(5, 7)), Number(at.slice(8))),
      ),
      ...counts.map((statement) => statement.get()),
    ];
  };
};

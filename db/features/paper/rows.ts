import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { PaperRow, PaperSheet } from '../../contract/paper.ts';
import type { ReadDb } from '../../store/handler.ts';

const found = async (db: ReadDb, statement: RawBuilder<PaperRow>): Promise<PaperRow[]> =>
  (await statement.execute(db)).rows;

/** Rows of complaint forms, sign-in sheets and questionnaires with what was printed on them; `condition` of paperRow r. */
export const paperRows = (db: ReadDb, condition: RawBuilder<SqlBool>): Promise<PaperRow[]> =>
  found(
    db,
    sql<PaperRow>`
    SELECT r.id, r.version, r.code, r.position, r.state, coalesce(r.customerId, a.customerId) AS customerId,
      coalesce(c.name, a.name) AS name, coalesce(r.vehicleId, a.vehicleId) AS vehicleId, v.plate, v.series,
      r.appointmentId, a.time, s.displayName AS adviser, r.enteredAt, r.enteredBy
    FROM paperRow r
      LEFT JOIN appointment a ON a.id = r.appointmentId
      LEFT JOIN customer c ON c.id = coalesce(r.customerId, a.customerId)
      LEFT JOIN vehicle v ON v.id = coalesce(r.vehicleId, a.vehicleId)
      LEFT JOIN staff s ON s.id = a.adviserId
    WHERE ${condition} AND r.deletedAt IS NULL ORDER BY r.position`,
  );

/** Rows of a call sheet (回访单); who entered one is who recorded the contact. */
export const callPaperRows = (db: ReadDb, condition: RawBuilder<SqlBool>): Promise<PaperRow[]> =>
  found(
    db,
    sql<PaperRow>`
    SELECT r.id, r.version, r.code, r.position, r.state, r.customerId, c.name, NULL AS vehicleId, NULL AS plate, NULL AS series,
      NULL AS appointmentId, NULL AS time, NULL AS adviser, k.at AS enteredAt, k.byName AS enteredBy
    FROM callSheetRow r
      JOIN customer c ON c.id = r.customerId
      LEFT JOIN contact k ON k.id = r.contactId
    WHERE ${condition} AND r.deletedAt IS NULL ORDER BY r.position`,
  );

/** Every sheet that was printed, of both sorts of tables, with how many rows it has and how many wait to be entered. */
export const everySheet = sql<PaperSheet>`(
  SELECT p.id, p.kind, p.day, p.at, p.byName, q.name AS questionnaire,
    (SELECT count(*) FROM paperRow r WHERE r.sheetId = p.id AND r.deletedAt IS NULL) AS rows,
    (SELECT count(*) FROM paperRow r WHERE r.sheetId = p.id AND r.state = 'open' AND r.deletedAt IS NULL) AS open
  FROM paperSheet p LEFT JOIN questionnaire q ON q.id = p.questionnaireId
  UNION ALL
  SELECT p.id, 'call', p.day, p.at, p.byName, NULL,
    (SELECT count(*) FROM callSheetRow r WHERE r.sheetId = p.id AND r.deletedAt IS NULL),
    (SELECT count(*) FROM callSheetRow r WHERE r.sheetId = p.id AND r.state = 'open' AND r.deletedAt IS NULL)
  FROM callSheet p)`;

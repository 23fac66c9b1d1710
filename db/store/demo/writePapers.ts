import type { PaperKind } from '../../contract/paper.ts';
import { paperCodeOf } from '../../domain/paper/paperCode.ts';
import { dayOf } from '../../domain/zonedTime.ts';
import { defaultTimeZone } from '../storeFile.ts';
import type { DemoBuild } from './build.ts';
import { bulkInsert } from './bulkInsert.ts';
import { idKinds } from './seededIds.ts';

const hour = 3_600_000;

/** A store of fewer customers has none to show. */
const fewestCustomers = 190;

interface DemoRow {
  readonly appointmentId?: string;
  readonly customerId?: string | null;
  readonly vehicleId?: string | null;
  /** what was entered of it; `unused`: nobody wrote on it */
  readonly became?: { readonly id: string; readonly at: number } | 'unused';
}

interface DemoSheet {
  readonly kind: PaperKind;
  /** UTC ms */
  readonly at: number;
  readonly day: string;
  readonly questionnaireId: string | null;
  readonly rows: readonly DemoRow[];
}

const blanks = (count: number): readonly DemoRow[] => Array.from({ length: count }, () => ({}));

/** The day's bookings that nobody has decided on, and empty rows under them. */
const signInSheet = ({ connection, now, today }: DemoBuild): DemoSheet => {
  const bookings = connection
    .prepare<[string], { appointmentId: string; customerId: string | null; vehicleId: string | null }>(
      `SELECT id AS appointmentId, customerId, vehicleId FROM appointment
       WHERE day = ? AND state = 'booked' AND deletedAt IS NULL ORDER BY time, id`,
    )
    .all(today);
  return { kind: 'signIn', at: now - hour, day: today, questionnaireId: null, rows: [...bookings, ...blanks(4)] };
};

/** Forms of the day before: one became the complaint that came in last at the counter, one was not used. */
const complaintForms = ({ connection, today, dates, plan }: DemoBuild): DemoSheet => {
  const told = connection
    .prepare<[string], { id: string; at: number; day: string }>(
      'SELECT id, receivedAt AS at, receivedDay AS day FROM complaint WHERE receivedDay < ? ORDER BY receivedAt DESC LIMIT 1',
    )
    .get(today);
  const at = dates.instant((told ? dates.number(told.day) : plan.today) - 1, 17 * 60 + 30);
  return {
    kind: 'complaint',
    at,
    day: dayOf(at, defaultTimeZone),
    questionnaireId: null,
    rows: [told ? { became: { id: told.id, at: told.at + 2 * hour } } : {}, { became: 'unused' }, ...blanks(2)],
  };
};

/** Questionnaires of this morning, of which those that were answered on paper are entered. */
const surveyForms = ({ connection, now }: DemoBuild): DemoSheet | null => {
  const questionnaire = connection
    .prepare<[], { id: string }>('SELECT id FROM questionnaire WHERE active = 1 ORDER BY position LIMIT 1')
    .get();
  if (!questionnaire) return null;
  const answered = connection
    .prepare<[string], { id: string; at: number }>(
      `SELECT id, at FROM surveyResponse WHERE questionnaireId = ? AND channel = 'paper' AND deletedAt IS NULL
       ORDER BY at DESC, id DESC LIMIT 2`,
    )
    .all(questionnaire.id);
  const rows = [...answered.map((became) => ({ became })), ...blanks(4)];
  const at = Math.min(now - 2 * hour, ...answered.map((one) => one.at - hour));
  return { kind: 'survey', at, day: dayOf(at, defaultTimeZone), questionnaireId: questionnaire.id, rows };
};

const resultColumn = { complaint: 0, signIn: 1, survey: 2 } as const;

/** 纸质单: three sheets of an outage, each half entered. Call sheets are of the desk's own day. */
export const writePapers = (build: DemoBuild): void => {
  const { connection, ids, plan } = build;
  if (plan.customers < fewestCustomers) return;
  const sheets = bulkInsert(connection, 'paperSheet', ['id', 'kind', 'questionnaireId', 'day', 'at', 'byName']);
  const rows = bulkInsert(connection, 'paperRow', [
    ...['id', 'sheetId', 'kind', 'seq', 'position', 'code', 'customerId', 'vehicleId', 'appointmentId', 'state'],
    ...['complaintId', 'visitId', 'responseId', 'enteredAt', 'enteredBy', 'version'],
  ]);
  connection.exec('BEGIN');
  let written = 0;
  for (const [index, sheet] of [complaintForms(build), surveyForms(build), signInSheet(build)].entries()) {
    if (!sheet) continue;
    const { kind, at } = sheet;
    const sheetId = ids(idKinds.paperSheet, index, at);
    sheets.add([sheetId, kind, sheet.questionnaireId, sheet.day, at, '何静']);
    sheets.flush();
    sheet.rows.forEach(({ appointmentId, customerId, vehicleId, became }, position) => {
      const entered = became === undefined || became === 'unused' ? null : became;
      const results: (string | null)[] = [null, null, null];
      if (entered) results[resultColumn[kind]] = entered.id;
      rows.add([
        ...[ids(idKinds.paperRow, written, at), sheetId, kind, position + 1, position + 1],
        ...[paperCodeOf(kind, position + 1), customerId ?? null, vehicleId ?? null, appointmentId ?? null],
        ...[entered ? 'entered' : became === 'unused' ? 'unused' : 'open', ...results],
        ...[entered?.at ?? null, entered ? '何静' : null, became === undefined ? 1 : 2],
      ]);
      written += 1;
    });
  }
  rows.flush();
  connection.exec('COMMIT');
};

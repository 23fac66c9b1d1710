import { z } from 'zod';
import { command, commandInput, everyone, query } from './entry.ts';
import { questionnaireRow } from './surveys.ts';
import { day, id, instant, km, limit, optionalText, text, version } from './values.ts';
import { firstVehicle } from './vehicleBrief.ts';

/** What is printed to be written on and entered afterwards: 投诉登记单 · 到店签到表 · 问卷. Call sheets (回访单) are of `tasks`. */
export const paperKind = z.enum(['complaint', 'signIn', 'survey']);
export type PaperKind = z.output<typeof paperKind>;

/** A code as typed or scanned: seven digits of these papers (kind, five, check), six of a call sheet. */
const typedCode = text(20);

/** A row of a sign-in sheet, or a whole form, with what was printed on it. */
export const paperRow = z.object({
  id,
  version,
  code: z.string(),
  position: z.number().int(),
  state: z.enum(['open', 'entered', 'unused', 'lapsed']),
  /** null: nobody was printed on it */
  customerId: z.string().nullable(),
  name: z.string().nullable(),
  vehicleId: z.string().nullable(),
  plate: z.string().nullable(),
  series: z.string().nullable(),
  appointmentId: z.string().nullable(),
  /** HH:MM of the booking */
  time: z.string().nullable(),
  adviser: z.string().nullable(),
  enteredAt: instant.nullable(),
  enteredBy: z.string().nullable(),
});
export type PaperRow = z.output<typeof paperRow>;

export const paperSheet = z.object({
  id,
  kind: z.enum([...paperKind.options, 'call']),
  /** of a sign-in sheet the day that it is for, of the others that of printing */
  day,
  at: instant,
  byName: z.string(),
  /** of surveys */
  questionnaire: z.string().nullable(),
  rows: z.number().int(),
  /** neither entered nor marked as unused */
  open: z.number().int(),
});
export type PaperSheet = z.output<typeof paperSheet>;

/** 纸质模式: sheets for when the desk is out of order, and what was written on them. */
export const paper = {
  /**
   * A sheet for printing, with its codes. `complaint`: `blanks` forms; `signIn`: the day's bookings that nobody has decided on, and `blanks`
   * empty rows; `survey`: a form for each customer, and `blanks` for anybody. The caller names the sheet, so that it can put its print on record.
   * @throws VALIDATION of `blanks` `paper-empty`, of `questionnaireId` `required`; CONFLICT `sheet-printed`, `questionnaire-off`; NOT_FOUND
   */
  print: command(everyone, ['paper'])
    .input(
      commandInput({
        sheetId: id,
        kind: paperKind,
        day: day.optional(),
        questionnaireId: id.nullable().default(null),
        customerIds: z.array(id).max(100).default([]),
        blanks: z.number().int().min(0).max(100),
      }),
    )
    .output(
      z.object({
        sheetId: id,
        store: z.string(),
        kind: paperKind,
        day,
        at: instant,
        byName: z.string(),
        questionnaire: questionnaireRow.nullable(),
        rows: z.array(paperRow),
      }),
    ),
  /** What was printed, call sheets too, the latest first; `open`: only where something is left to enter. */
  sheets: query(everyone)
    .input(z.strictObject({ open: z.boolean().default(true), cursor: text(80).optional(), limit: limit(50, 200) }))
    .output(z.object({ rows: z.array(paperSheet), next: z.string().nullable(), openSheets: z.number().int() })),
  /** The rows of a sheet, of call sheets too. @throws NOT_FOUND `sheet-not-found` */
  rows: query(everyone)
    .input(z.strictObject({ sheetId: id }))
    .output(z.object({ sheet: paperSheet, rows: z.array(paperRow) })),
  /**
   * What a code names, to be entered; of a call sheet only that it is one (`tasks.sheetRow` has the rest).
   * @throws VALIDATION of `code` `row-code-wrong`; NOT_FOUND `row-code-unknown`
   */
  row: query(everyone)
    .input(z.strictObject({ code: typedCode }))
    .output(
      z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('call'), code: z.string() }),
        z.object({
          kind: paperKind,
          code: z.string(),
          sheet: paperSheet,
          row: paperRow,
          questionnaire: questionnaireRow.nullable(),
        }),
      ]),
    ),
  /**
   * 补录签到: a booking came, or somebody without one, at the time that is written. What has been entered on the board meanwhile is refused.
   * Of an earlier day the visit stands on no board.
   * @throws as `row` and `board.arrive`, `board.walkIn`; VALIDATION of `at` `row-before-print`, `row-future`, of `code` `row-of-other-paper`;
   * CONFLICT `row-entered`, `booking-decided`, `visit-that-day`
   */
  signIn: command(everyone, ['paper', 'visits', 'appointments', 'customers', 'vehicles'])
    .input(
      commandInput({
        code: typedCode,
        at: instant,
        /** of an empty row: a known vehicle, or who came with what */
        vehicleId: id.nullable().default(null),
        customerId: id.nullable().default(null),
        name: optionalText(60),
        phone: optionalText(40),
        vehicle: firstVehicle,
        mileage: km.nullable().default(null),
        note: optionalText(500),
      }),
    )
    .output(z.object({ visitId: id, customerId: id, vehicleId: id })),
  /** 未使用: nobody wrote on it; with the sheet's id alone, all of its open rows. Call sheets' rows too. */
  unused: command(everyone, ['paper'])
    .input(commandInput({ sheetId: id, rowIds: z.array(id).max(200).nullable().default(null) }))
    .output(z.object({ rows: z.number().int() })),
  /** Takes `unused` back for a row. @throws CONFLICT `row-not-unused`, `row-code-given-out` */
  reopen: command(everyone, ['paper'])
    .input(commandInput({ rowId: id, version }))
    .output(z.object({})),
};

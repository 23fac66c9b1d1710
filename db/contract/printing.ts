import { z } from 'zod';
import { command, commandInput, everyone, managers, query } from './entry.ts';
import { filled, id, instant, optionalText, text, version } from './values.ts';

/** Thousandths of a millimetre; a card is 85,600 × 53,980. */
const um = (most: number) => z.number().int().min(0).max(most);
const colour = z.string().regex(/^#[0-9a-f]{6}$/, 'colour-invalid');

/**
 * One thing on a card face (卡面元素), placed by its upper left corner. Barcodes are black on white with their quiet zone whatever the
 * face's colour (Code 128: 10 modules, QR: 4).
 */
export const cardElement = z.strictObject({
  id: filled(20),
  kind: z.enum(['text', 'name', 'number', 'tier', 'validThrough', 'store', 'code128', 'qr', 'image']),
  x: um(85_600),
  y: um(53_980),
  width: um(85_600).min(1_000),
  height: um(53_980).min(1_000),
  /** of texts: size in thousandths of a millimetre, about a third of that in points */
  size: um(20_000).min(1_200).default(3_500),
  align: z.enum(['left', 'center', 'right']).default('left'),
  bold: z.boolean().default(false),
  colour: colour.default('#1d2125'),
  /** of `text`: what it says, nothing where it is null; of the others: a word before it (有效期至) */
  text: optionalText(60),
  /** of `image`: a PNG or JPEG data URL, at most 300 kB */
  image: z
    .string()
    .max(400_000)
    .regex(/^data:image\/(png|jpeg);base64,[A-Za-z0-9+/=]+$/, 'image-invalid')
    .nullable()
    .default(null),
});
export type CardElement = z.output<typeof cardElement>;

const cardFace = z.strictObject({
  background: colour,
  /** a second colour makes a gradient */
  backgroundTo: colour.nullable().default(null),
  elements: z.array(cardElement).max(30),
});

/** Everything lies at least 1 mm inside; refused as `element-outside` where it does not. */
export const cardDesign = z.strictObject({ front: cardFace, back: cardFace });
export type CardDesign = z.output<typeof cardDesign>;
export type CardFace = z.output<typeof cardFace>;

export const printDocument = z.enum([
  'card',
  'slip',
  'statementA5',
  'statement80',
  'complaint',
  'servicePlan',
  'letter',
  'envelope',
  'callSheet',
  'complaintForm',
  'signInSheet',
  'surveyForm',
  'agencySlip',
  'rescueSlip',
  'claimSlip',
  'policySlip',
  'calibration',
]);

/** What a printed card says. */
export const cardPrint = z.object({
  cardId: id,
  number: z.string(),
  holder: z.string(),
  tier: z.string(),
  tierName: z.string(),
  validThrough: z.string().nullable(),
  storeName: z.string(),
});
export type CardPrint = z.output<typeof cardPrint>;

export const printer = z.object({
  id,
  version,
  name: z.string(),
  /** thousandths of a millimetre, right and down positive */
  offsetXUm: z.number().int(),
  offsetYUm: z.number().int(),
});

/** Card templates, printers, and who printed what (打印). */
export const printing = {
  templates: query(everyone)
    .input(z.strictObject({}))
    .output(
      z.object({
        rows: z.array(
          z.object({
            tier: z.string(),
            tierName: z.string(),
            id: z.string().nullable(),
            version: z.number(),
            design: cardDesign,
          }),
        ),
      }),
    ),
  /** `version` 0 where the tier has only the shipped one. @throws VALIDATION `element-outside`, CONFLICT `changed-meanwhile` */
  saveTemplate: command(managers, ['printing'])
    .input(commandInput({ tier: z.string(), version: z.number().int().min(0), design: cardDesign }))
    .output(z.object({ version })),
  /** Back to the shipped one. */
  resetTemplate: command(managers, ['printing'])
    .input(commandInput({ tier: z.string(), version }))
    .output(z.object({})),
  /** What these cards print as, in that order, and the design of each of their tiers; at most 200. @throws NOT_FOUND `card-not-found` */
  cards: query(everyone)
    .input(z.strictObject({ cardIds: z.array(id).min(1).max(200) }))
    .output(
      z.object({
        cards: z.array(cardPrint),
        designs: z.array(z.object({ tier: z.string(), design: cardDesign })),
      }),
    ),
  /** Cards that wait for the printer, oldest first. */
  queue: query(everyone)
    .input(z.strictObject({}))
    .output(
      z.object({
        count: z.number(),
        rows: z.array(
          z.object({
            cardId: id,
            number: z.string(),
            holder: z.string(),
            tierName: z.string(),
            role: z.string(),
            issuedAt: instant,
          }),
        ),
      }),
    ),
  printers: query(everyone)
    .input(z.strictObject({}))
    .output(z.object({ rows: z.array(printer) })),
  savePrinter: command(managers, ['printing'])
    .input(
      commandInput({
        id: id.nullable().default(null),
        version: z.number().int().min(0),
        name: filled(60),
        offsetXUm: z.number().int().min(-10_000).max(10_000),
        offsetYUm: z.number().int().min(-10_000).max(10_000),
      }),
    )
    .output(z.object({ id, version })),
  removePrinter: command(managers, ['printing']).input(commandInput({ id, version })).output(z.object({})),
  /**
   * On record, before the print dialog opens. A card printed before that does not wait for the printer needs `reason`. @throws VALIDATION of `reason` `reprint-reason`;
   * CONFLICT `card-not-printable` (values number) for one that is lost, replaced or cancelled
   */
  record: command(everyone, ['printing', 'members'])
    .input(
      commandInput({
        document: printDocument,
        cardIds: z.array(id).max(200).default([]),
        voucherIds: z.array(id).max(20).default([]),
        membershipId: id.nullable().default(null),
        complaintId: id.nullable().default(null),
        /** whose 贴身服务计划 */
        vehicleId: id.nullable().default(null),
        /** a day's calls on paper: its rows are counted */
        callSheetId: id.nullable().default(null),
        /** the sheet of `paper.print`, or the job, rescue or claim of the club, or the policy, whose slip it is */
        subjectId: id.nullable().default(null),
        /** how many letters or envelopes: to whom they went is on record where they are sent */
        pieces: z.number().int().min(1).max(500).nullable().default(null),
        printerId: id.nullable().default(null),
        reason: optionalText(200),
      }),
    )
    .output(z.object({ batchId: id })),
  log: query(everyone)
    .input(
      z.strictObject({
        cardId: id.optional(),
        cursor: text(200).optional(),
        limit: z.number().int().min(1).max(200).default(100),
      }),
    )
    .output(
      z.object({
        rows: z.array(
          z.object({
            id,
            document: printDocument,
            /** card number, voucher code, number of a complaint, of a service of the club or of a policy, plate or holder */
            what: z.string(),
            /** of a card */
            cardId: z.string().nullable(),
            /** whose card, voucher, statement, complaint, vehicle, service or policy it is */
            holder: z.string().nullable(),
            /** of letters and envelopes: how many; of a sheet to write on: its rows */
            pieces: z.number().nullable(),
            printer: z.string().nullable(),
            reason: z.string().nullable(),
            at: instant,
            byName: z.string(),
          }),
        ),
        next: z.string().nullable(),
      }),
    ),
};

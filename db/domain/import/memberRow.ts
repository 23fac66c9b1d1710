import type { Birthday } from '../birthday.ts';
import type { Day } from '../day.ts';
import { plainText } from '../plainText.ts';
import type { CheckContext, CheckedRow, FieldCells } from './cell.ts';
import type { MemberField } from './fields.ts';
import { type ImportedPhone, readBirthday, readGender, readName, readPhones } from './personCells.ts';
import { RowReader } from './rowReader.ts';
import { readPlate, readVin } from './vehicleCells.ts';

/** 销售入会 · 带车入会 · 消费入会 · 驾培入会 · 交会费入会 (S1: five ways to join) */
const joinModes = ['sale', 'vehicle', 'spend', 'training', 'fee'] as const;
export type JoinMode = (typeof joinModes)[number];

/** A member of an old card system (会员). Plain JSON. */
export interface MemberRow {
  cardNumber: string;
  name: string;
  gender: 'male' | 'female' | null;
  phones: ImportedPhone[];
  birthday: Birthday | null;
  plate: string | null;
  vin: string | null;
  /** the tier's name as the store spells it */
  tier: string;
  joinMode: JoinMode | null;
  joinDay: Day | null;
  /** last usable day */
  validThrough: Day | null;
  /** 累计积分 */
  cumulativePoints: number;
  /** 可兑换积分 */
  redeemablePoints: number;
  note: string | null;
}

/**
 * Cleans and checks one row by itself. `tiers` are the names that the store gives its card classes. Whether an earlier row or the store
 * has the card is asked by whoever matches rows (`card-repeated`).
 */
export function checkMemberRow(
  cells: FieldCells<MemberField>,
  context: CheckContext & { tiers: readonly string[] },
): CheckedRow<MemberRow> {
  const reader = new RowReader<MemberField>(cells, context);
  const cumulativePoints = reader.points('cumulativePoints');
  const redeemablePoints = reader.points('redeemablePoints');
  if (cumulativePoints !== null && redeemablePoints !== null && redeemablePoints > cumulativePoints) {
    reader.problem('redeemablePoints', 'points-exceed', 'error');
  }
  const joinDay = reader.day('joinDay');
  const validThrough = reader.day('validThrough');
  if (joinDay && validThrough && validThrough < joinDay)
    reader.problem('validThrough', 'expiry-before-join', 'warning');
  return reader.finish<MemberRow>({
    cardNumber: readCard(reader),
    name: readName(reader),
    gender: readGender(reader),
    phones: readPhones(reader, ['phone']),
    birthday: readBirthday(reader),
    plate: readPlate(reader),
    vin: readVin(reader, true),
    tier: readTier(reader, context.tiers),
    joinMode: readJoinMode(reader),
    joinDay,
    validThrough,
    cumulativePoints: cumulativePoints ?? 0,
    redeemablePoints: redeemablePoints ?? 0,
    note: reader.note('note', 2000),
  });
}

/** One spelling for a card number: upper case, without spaces and dashes. Old systems' numbers have no check digit. */
export function canonicalCard(raw: string): string {
  return plainText(raw)
    .replace(/[\s\-‐-―−]/g, '')
    .toUpperCase();
}

function readCard(reader: RowReader<MemberField>): string {
  const card = canonicalCard(reader.digits('cardNumber', 40));
  if (card === '') reader.missing('cardNumber', 'card-missing');
  else if (!/^[0-9A-Z]{2,32}$/.test(card)) reader.problem('cardNumber', 'card-invalid', 'error');
  return card;
}

function readTier(reader: RowReader<MemberField>, tiers: readonly string[]): string {
  const key = (name: string) => plainText(name).replace(/\s/g, '').toLowerCase();
  const written = key(reader.text('tier', 40));
  const tier = tiers.find((name) => key(name) === written);
  if (tier === undefined) reader.missing('tier', 'tier-unknown');
  return tier ?? '';
}

function readJoinMode(reader: RowReader<MemberField>): JoinMode | null {
  const text = reader.optional('joinMode', 40);
  if (text === null) return null;
  if (/带车/.test(text)) return 'vehicle';
  if (/驾培|驾校|培训/.test(text)) return 'training';
  if (/会费|缴费|交费|付费/.test(text)) return 'fee';
  if (/消费/.test(text)) return 'spend';
  if (/销售|购车|新车/.test(text)) return 'sale';
  const code = joinModes.find((mode) => mode === text.toLowerCase());
  if (!code) reader.problem('joinMode', 'join-mode-unknown', 'warning');
  return code ?? null;
}

import { constants, deflateRawSync } from 'node:zlib';
import { makeZip, workbookParts } from '../files/xlsxFixture.ts';

const row = '<row><c t="inlineStr"><is><t>王伟</t></is></c><c><v>13800138000</v></c></row>';
const head =
  '<worksheet><sheetData><row><c t="inlineStr"><is><t>姓名</t></is></c><c t="inlineStr"><is><t>手机</t></is></c></row>';

/** Deflated so that the next piece can follow: the stream does not end here. */
const piece = (data: Buffer): Buffer => deflateRawSync(data, { finishFlush: constants.Z_FULL_FLUSH });

/**
 * A workbook of a few MB whose sheet of real rows unzips to more than `bytes`.
 * @param claimed what the zip's directory says of the sheet's size; its true size if not given
 */
export const zipBomb = (bytes: number, claimed?: number): Buffer => {
  const rows = Buffer.from(row.repeat(100_000));
  const packedRows = piece(rows);
  const copies = Math.ceil(bytes / rows.length);
  const packed = Buffer.concat([
    piece(Buffer.from(head)),
    ...Array.from({ length: copies }, () => packedRows),
    deflateRawSync(Buffer.from('</sheetData></worksheet>')),
  ]);
  const parts = workbookParts([{ xml: '' }]).map((part) =>
    part.name.includes('sheet0') ? { ...part, packed, claimedSize: claimed ?? copies * rows.length } : part,
  );
  return makeZip(parts);
};

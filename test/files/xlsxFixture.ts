import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipPart {
  name: string;
  data: string | Buffer;
  /** `data` as it goes into the zip, where packing it here would take too much memory. */
  packed?: Buffer;
  /** What the directory claims, where it lies. */
  claimedSize?: number;
  encrypted?: boolean;
}

/** A zip as any packer writes it, or as none would. */
export function makeZip(parts: readonly ZipPart[]): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const data = typeof part.data === 'string' ? Buffer.from(part.data) : part.data;
    const packed = part.packed ?? deflateRawSync(data);
    const name = Buffer.from(part.name);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(part.encrypted ? 1 : 0, 2);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(data), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(part.claimedSize ?? data.length, 18);
    fields.writeUInt16LE(name.length, 22);
    local.push(Buffer.from('PK\x03\x04'), fields, name, packed);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    central.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, tail, name);
    offset += 30 + name.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, directory, end]);
}

export const styles = `<styleSheet><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/>
<numFmt numFmtId="165" formatCode="00000000"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="22"/></cellXfs></styleSheet>`;

export interface SheetPart {
  name?: string;
  xml: string | Buffer;
  state?: 'hidden';
}

/** A workbook of these sheets; `sharedStrings` as XML, where it has any. */
export function workbookParts(sheets: readonly SheetPart[], sharedStrings?: string): ZipPart[] {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`;
  return [
    {
      name: '_rels/.rels',
      data: `<Relationships>${relation('a', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      data: `<workbook xmlns:r="x"><workbookPr/><sheets>${sheets
        .map(
          (sheet, index) =>
            `<sheet name="${sheet.name ?? `表${index}`}" sheetId="${index + 1}"${sheet.state ? ` state="${sheet.state}"` : ''} r:id="s${index}"/>`,
        )
        .join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: `<Relationships>${sheets.map((_, index) => relation(`s${index}`, 'worksheet', `worksheets/sheet${index}.xml`)).join('')}${relation('st', 'styles', '/xl/styles.xml')}${
        sharedStrings ? relation('ss', 'sharedStrings', 'sharedStrings.xml') : ''
      }</Relationships>`,
    },
    { name: 'xl/styles.xml', data: styles },
    ...(sharedStrings ? [{ name: 'xl/sharedStrings.xml', data: sharedStrings }] : []),
    ...sheets.map((sheet, index) => ({ name: `xl/worksheets/sheet${index}.xml`, data: sheet.xml })),
  ];
}

/** A sheet's XML from its rows' XML. */
export function sheetXml(rows: string, tail = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="y"><sheetData>${rows}</sheetData>${tail}</worksheet>`;
}

export function inline(text: string): string {
  return `<c t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
}

export function inlineRow(...cells: readonly string[]): string {
  return `<row>${cells.map(inline).join('')}</row>`;
}

/** A whole .xlsx of one sheet. */
export function xlsxOf(rows: string, tail = ''): Buffer {
  return makeZip(workbookParts([{ xml: sheetXml(rows, tail) }]));
}

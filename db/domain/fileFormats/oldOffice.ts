import { type FileContent, u16, u32 } from './fileContent.ts';

/** no sector: the end of a chain, or a place that is free */
const noSector = 0xfffffffa;
const listedInHeader = 109;
const mostDirectorySectors = 64;

/**
 * Word or Excel of 1997–2003 ([MS-CFB]): told by the streams that its directory names. Chains are followed as far as such a
 * directory can be long, so one that bites its tail ends.
 */
export const oldOffice = (content: FileContent): 'doc' | 'xls' | null => {
  const header = content.read(0, 512);
  const shift = u16(header, 30);
  if (shift !== 9 && shift !== 12) return null;
  const sectorBytes = 2 ** shift;
  const sectorAt = (sector: number): Uint8Array => content.read((sector + 1) * sectorBytes, sectorBytes);
  let sector = u32(header, 48);
  for (let count = 0; sector < noSector && count < mostDirectorySectors; count++) {
    const directory = sectorAt(sector);
    if (directory.length < sectorBytes) return null;
    for (let at = 0; at < sectorBytes; at += 128) {
      const name = entryName(directory, at);
      if (name === 'WordDocument') return 'doc';
      if (name === 'Workbook' || name === 'Book') return 'xls';
    }
    const table = tableSector(header, Math.floor((sector * 4) / sectorBytes), sectorBytes, sectorAt);
    if (table === null) return null;
    sector = u32(sectorAt(table), (sector * 4) % sectorBytes);
  }
  return null;
};

/** UTF-16, its length counted in bytes with the closing NUL; the names that matter are letters. */
const entryName = (directory: Uint8Array, at: number): string => {
  const length = u16(directory, at + 64);
  if (length < 2 || length > 64) return '';
  let name = '';
  for (let place = at; place < at + length - 2; place += 2) name += String.fromCharCode(u16(directory, place));
  return name;
};

/** Where the `index`th piece of the sector table lies: the header lists the first 109, sectors of their own the rest. */
const tableSector = (
  header: Uint8Array,
  index: number,
  sectorBytes: number,
  sectorAt: (sector: number) => Uint8Array,
): number | null => {
  if (index < listedInHeader) return u32(header, 76 + index * 4);
  const perSector = sectorBytes / 4 - 1;
  let left = index - listedInHeader;
  let sector = u32(header, 68);
  for (let count = 0; sector < noSector && count < 2_000; count++) {
    const list = sectorAt(sector);
    if (list.length < sectorBytes) return null;
    if (left < perSector) return u32(list, left * 4);
    left -= perSector;
    sector = u32(list, perSector * 4);
  }
  return null;
};

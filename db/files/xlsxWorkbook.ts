import { FileRefused } from './fileRefused.ts';
import { builtInStyle, type NumberStyle, styleOf } from './numberStyle.ts';
import { attribute, decodeCellText, tags } from './xmlText.ts';
import type { ZipArchive } from './zipArchive.ts';

export interface WorkbookSheet {
  name: string;
  hidden: boolean;
  /** Its part in the archive. */
  path: string;
}

export interface Workbook {
  sheets: WorkbookSheet[];
  date1904: boolean;
  /** By the cell's style index. */
  styles: NumberStyle[];
  strings: string[];
}

/** What a sheet's cells refer to: names, styles and shared strings. Macros, links, drawings and the rest are never looked at. */
export async function readWorkbook(archive: ZipArchive): Promise<Workbook> {
  const root = await workbookPath(archive);
  const folder = root.slice(0, root.lastIndexOf('/') + 1);
  const xml = await archive.text(root);
  const relations = await readRelations(archive, `${folder}_rels/${root.slice(folder.length)}.rels`);
  const sheets: WorkbookSheet[] = [];
  for (const tag of tags(xml, 'sheet')) {
    const target = relations.byId.get(attribute(tag, 'id') ?? '');
    if (!target) continue;
    const path = target.startsWith('/') ? target.slice(1) : resolvePath(folder, target);
    if (archive.has(path)) {
      const state = attribute(tag, 'state');
      sheets.push({ name: attribute(tag, 'name') ?? '', hidden: state === 'hidden' || state === 'veryHidden', path });
    }
  }
  if (sheets.length === 0) throw new FileRefused('file-truncated');
  const part = (type: string) => {
    const target = relations.byType.get(type);
    if (!target) return undefined;
    const path = target.startsWith('/') ? target.slice(1) : resolvePath(folder, target);
    return archive.has(path) ? path : undefined;
  };
  const stylesPath = part('styles');
  const stringsPath = part('sharedStrings');
  return {
    sheets,
    date1904: /^(?:1|true)$/.test(attribute(tags(xml, 'workbookPr')[0] ?? '', 'date1904') ?? ''),
    styles: stylesPath ? readStyles(await archive.text(stylesPath)) : [],
    strings: stringsPath ? await readStrings(archive, stringsPath) : [],
  };
}

/** Where the package says its workbook is; a zip without one is something else (a Word document, a folder of pictures). */
async function workbookPath(archive: ZipArchive): Promise<string> {
  if (archive.has('_rels/.rels')) {
    const { byType } = await readRelations(archive, '_rels/.rels');
    const path = byType.get('officeDocument')?.replace(/^\//, '');
    if (path && archive.has(path) && /\.xml$/.test(path) && !/^(?:word|ppt)\//.test(path)) return path;
  }
  if (archive.has('xl/workbook.xml')) return 'xl/workbook.xml';
  throw new FileRefused('file-wrong-kind');
}

async function readRelations(archive: ZipArchive, path: string) {
  const byId = new Map<string, string>();
  const byType = new Map<string, string>();
  if (!archive.has(path)) return { byId, byType };
  for (const tag of tags(await archive.text(path), 'Relationship')) {
    const target = attribute(tag, 'Target') ?? '';
    if (attribute(tag, 'TargetMode') === 'External') continue;
    byId.set(attribute(tag, 'Id') ?? '', target);
    byType.set((attribute(tag, 'Type') ?? '').split('/').at(-1) ?? '', target);
  }
  return { byId, byType };
}

function resolvePath(folder: string, target: string): string {
  const parts: string[] = [];
  for (const part of `${folder}${target}`.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

function readStyles(xml: string): NumberStyle[] {
  const codes = new Map<number, string>();
  for (const tag of tags(xml, 'numFmt'))
    codes.set(Number(attribute(tag, 'numFmtId')), attribute(tag, 'formatCode') ?? '');
  const cells = /<(?:[\w.-]+:)?cellXfs[\s>]([\s\S]*?)<\/(?:[\w.-]+:)?cellXfs>/.exec(xml)?.[1] ?? '';
  return tags(cells, 'xf').map((tag) => {
    const id = Number(attribute(tag, 'numFmtId') ?? 0);
    const code = codes.get(id);
    return code === undefined ? builtInStyle(id) : styleOf(code);
  });
}

/** Shared strings stay in memory: 200,000 rows × 18 cells of 20 characters take 180 MB of XML. */
const mostStringBytes = 256 * 1024 * 1024;
/** A cell holds at most 32,767 characters; with the markup of rich text around each of them. */
const mostStringLength = 8 * 1024 * 1024;

async function readStrings(archive: ZipArchive, path: string): Promise<string[]> {
  const strings: string[] = [];
  const decoder = new TextDecoder('utf-8');
  let open = '';
  let pending = '';
  for await (const chunk of archive.chunks(path, mostStringBytes)) {
    pending += decoder.decode(chunk, { stream: true });
    open ||= openTag(pending);
    if (open === '') continue;
    const close = `</${open.slice(1)}>`;
    let from = 0;
    for (;;) {
      const start = pending.indexOf(open, from);
      if (start < 0) break;
      const tagEnd = pending.indexOf('>', start);
      if (tagEnd < 0) break;
      if (pending[tagEnd - 1] === '/') {
        strings.push('');
        from = tagEnd + 1;
        continue;
      }
      const end = pending.indexOf(close, tagEnd);
      if (end < 0) break;
      strings.push(detached(richText(pending.slice(tagEnd + 1, end))));
      from = end + close.length;
    }
    pending = pending.slice(from);
    if (pending.length > mostStringLength) throw new FileRefused('file-truncated');
  }
  return strings;
}

/** `<si`, with the prefix that this file's tags carry; '' while the root has not come. */
function openTag(xml: string): string {
  const prefix = /<((?:[\w.-]+:)?)sst[\s>]/.exec(xml)?.[1];
  return prefix === undefined ? '' : `<${prefix}si`;
}

/** All `<t>` of a string, those of its phonetic reading (`<rPh>`) left out. */
export function richText(xml: string): string {
  const spoken = xml.includes('rPh') ? xml.replace(/<((?:[\w.-]+:)?)rPh[\s>][\s\S]*?<\/\1rPh>/g, '') : xml;
  let text = '';
  for (const match of spoken.matchAll(/<((?:[\w.-]+:)?)t(?:\s[^>]*)?>([\s\S]*?)<\/\1t>/g)) text += match[2];
  return decodeCellText(text);
}

/** A copy: a slice of a large text would keep all of it in memory. */
function detached(text: string): string {
  return text.length < 13 ? text : Buffer.from(text, 'utf16le').toString('utf16le');
}

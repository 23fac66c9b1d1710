import { type FileContent, startsWith, u16, u16be, u32, u32be } from './fileFormats/fileContent.ts';
import { extensionOf } from './fileFormats/fileName.ts';
import { isoMedia } from './fileFormats/isoMedia.ts';
import { isPlainText } from './fileFormats/isPlainText.ts';
import { isMp3 } from './fileFormats/mpegAudio.ts';
import { oldOffice } from './fileFormats/oldOffice.ts';
import { zipOffice } from './fileFormats/zipOffice.ts';

export interface FileFormat {
  /** as people call it, in every language */
  readonly label: string;
  readonly kind: 'image' | 'audio' | 'video' | 'pdf' | 'document';
  readonly mime: string;
  /** with which a file of it may be named */
  readonly extensions: readonly string[];
}

const format = (
  label: string,
  kind: FileFormat['kind'],
  mime: string,
  extensions: readonly string[] = [label.toLowerCase()],
): FileFormat => ({ label, kind, mime, extensions });

const office = 'application/vnd.openxmlformats-officedocument';

const formats = {
  jpeg: format('JPEG', 'image', 'image/jpeg', ['jpg', 'jpeg', 'jpe', 'jfif']),
  png: format('PNG', 'image', 'image/png'),
  gif: format('GIF', 'image', 'image/gif'),
  webp: format('WebP', 'image', 'image/webp'),
  bmp: format('BMP', 'image', 'image/bmp', ['bmp', 'dib']),
  heic: format('HEIC', 'image', 'image/heic', ['heic', 'heif']),
  mp4: format('MP4', 'video', 'video/mp4', ['mp4', 'm4v', 'mov', '3gp']),
  mov: format('MOV', 'video', 'video/quicktime', ['mov', 'qt', 'mp4']),
  '3gp': format('3GP', 'video', 'video/3gpp', ['3gp', '3g2', 'mp4']),
  m4a: format('M4A', 'audio', 'audio/mp4', ['m4a', 'm4b', 'mp4', '3gp', 'mov']),
  mp3: format('MP3', 'audio', 'audio/mpeg'),
  wav: format('WAV', 'audio', 'audio/wav'),
  amr: format('AMR', 'audio', 'audio/amr'),
  ogg: format('Ogg', 'audio', 'audio/ogg', ['ogg', 'oga', 'opus']),
  pdf: format('PDF', 'pdf', 'application/pdf'),
  docx: format('DOCX', 'document', `${office}.wordprocessingml.document`),
  xlsx: format('XLSX', 'document', `${office}.spreadsheetml.sheet`),
  doc: format('DOC', 'document', 'application/msword', ['doc', 'dot']),
  xls: format('XLS', 'document', 'application/vnd.ms-excel', ['xls', 'xlt']),
  text: format('TXT', 'document', 'text/plain', ['txt', 'text', 'csv', 'log', 'md']),
} as const satisfies Readonly<Record<string, FileFormat>>;

/** What a file is, by its content alone; null for none of those that we keep. */
export const formatOf = (content: FileContent): FileFormat | null => {
  const head = content.read(0, 64);
  const found = byMagic(content, head);
  return found && formats[found];
};

/** Whether a file of this format is named as one. */
export const fitsName = ({ extensions }: FileFormat, name: string): boolean => extensions.includes(extensionOf(name));

const byMagic = (content: FileContent, head: Uint8Array): keyof typeof formats | null => {
  const is = (magic: string, at = 0): boolean => startsWith(head, magic, at);
  if (is('\xff\xd8\xff')) return isJpeg(content) ? 'jpeg' : null;
  if (is('\x89PNG\r\n\x1a\n')) return is('IHDR', 12) && u32be(head, 16) > 0 && u32be(head, 20) > 0 ? 'png' : null;
  if (is('GIF87a') || is('GIF89a')) return u16(head, 6) > 0 && u16(head, 8) > 0 ? 'gif' : null;
  if (is('RIFF')) return riff(head, content.bytes);
  if (is('BM') && isBmp(head, content.bytes)) return 'bmp';
  if (is('%PDF-')) return 'pdf';
  if (is('#!AMR\n') || is('#!AMR-WB\n')) return 'amr';
  if (is('OggS')) return 'ogg';
  if (is('PK\x03\x04')) return zipOffice(content);
  if (is('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return oldOffice(content);
  if (is('ftyp', 4)) return isoMedia(content);
  if (is('ID3') || (head[0] === 0xff && ((head[1] ?? 0) & 0xe0) === 0xe0)) return isMp3(content) ? 'mp3' : null;
  return isPlainText(content) ? 'text' : null;
};

const riff = (head: Uint8Array, bytes: number): 'webp' | 'wav' | null => {
  // a recorder that was cut off leaves 0 or all ones for its length
  const length = u32(head, 4);
  const whole = length + 8 <= bytes || length === 0xffffffff;
  if (!whole) return null;
  if (startsWith(head, 'WAVE', 8)) return 'wav';
  return startsWith(head, 'WEBPVP8', 8) ? 'webp' : null;
};

const bmpHeaders = [12, 40, 52, 56, 64, 108, 124];

/** Two letters prove nothing: the header's own length, and the file's, must be right. */
const isBmp = (head: Uint8Array, bytes: number): boolean =>
  (u32(head, 2) === bytes || u32(head, 2) === 0) && u32(head, 6) === 0 && bmpHeaders.includes(u32(head, 14));

/** Its parts follow one another from the first to the one that says how large the picture is. */
const isJpeg = (content: FileContent): boolean => {
  let at = 2;
  for (let count = 0; count < 200; count++) {
    const part = content.read(at, 9);
    const marker = part[1] ?? 0;
    if (part[0] !== 0xff || part.length < 4) return false;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const frame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (frame) return u16be(part, 5) > 0 && u16be(part, 7) > 0;
    // pictures and ends before any frame make no picture
    if (marker < 0xc0 || marker === 0xd8 || marker === 0xd9 || marker === 0xda) return false;
    at += 2 + Math.max(2, u16be(part, 2));
  }
  return false;
};

export type { FileContent };

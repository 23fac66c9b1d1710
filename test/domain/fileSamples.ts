import { makeZip } from '../files/xlsxFixture.ts';

const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');
const u32be = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};

/** The smallest files of each kind that are none else. */
export const jpeg = (): Buffer =>
  latin1('\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0\xff\xc0\0\x0b\x08\0\x01\0\x01\x01\x01\x11\0\xff\xd9');
export const png = (): Buffer => latin1('\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\x01\0\0\0\x01\x08\x02\0\0\0IEND');
export const gif = (): Buffer => latin1('GIF89a\x01\0\x01\0\0\0\0;');
export const webp = (): Buffer => latin1('RIFF\x10\0\0\0WEBPVP8 \x04\0\0\0\0\0\0\0');
export const wav = (): Buffer => latin1('RIFF\x10\0\0\0WAVEfmt \x04\0\0\0\0\0\0\0');
export const pdf = (): Buffer => latin1('%PDF-1.7\n%\xe2\xe3\n1 0 obj\n');

/** A box of ISO 14496-12. */
export const box = (type: string, ...inside: readonly Uint8Array[]): Buffer => {
  const content = Buffer.concat(inside);
  return Buffer.concat([u32be(content.length + 8), latin1(type), content]);
};

/** A film or a recording with these tracks, its table of contents behind the sound and the pictures as telephones write it. */
export const mp4 = (brand: string, tracks: readonly string[]): Buffer =>
  Buffer.concat([
    box('ftyp', latin1(`${brand}\0\0\x02\0isom`)),
    box('mdat', Buffer.alloc(500, 7)),
    box('moov', ...tracks.map((kind) => box('trak', box('mdia', box('hdlr', Buffer.alloc(8), latin1(kind)))))),
  ]);

export const heic = (): Buffer =>
  Buffer.concat([box('ftyp', latin1('heic\0\0\0\0mif1heic')), box('meta', Buffer.alloc(4))]);

/** MPEG 1 layer III, 128 kbit/s, 44.1 kHz: frames of 417 bytes. */
export const mp3 = (tagged = false): Buffer => {
  const frame = Buffer.concat([latin1('\xff\xfb\x90\0'), Buffer.alloc(413)]);
  const tag = Buffer.concat([latin1('ID3\x03\0\0\0\0\0\x14'), Buffer.alloc(20)]);
  return Buffer.concat([...(tagged ? [tag] : []), frame, frame, frame]);
};

/** ADTS: the same first bits, no MP3. */
export const aac = (): Buffer => Buffer.concat([latin1('\xff\xf1\x50\x80'), Buffer.alloc(900)]);

export const docx = (): Buffer =>
  makeZip([
    { name: '[Content_Types].xml', data: '<Types/>' },
    { name: 'word/document.xml', data: '<w:document/>' },
  ]);

/** A container of Office 97 whose directory names one stream, in its second sector of it so that the chain must be followed. */
export const oldDocument = (stream: string, endless = false): Buffer => {
  const sector = 512;
  const bytes = Buffer.alloc(sector * 4);
  latin1('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1').copy(bytes);
  bytes.writeUInt16LE(9, 30);
  bytes.writeUInt32LE(1, 48);
  bytes.fill(0xff, 76, 512);
  bytes.writeUInt32LE(0, 76);
  // the table: sector 0 is itself, the directory goes from 1 to 2
  bytes.fill(0xff, sector, sector * 2);
  bytes.writeUInt32LE(2, sector + 4);
  bytes.writeUInt32LE(endless ? 1 : 0xfffffffe, sector + 8);
  const entry = (at: number, name: string): void => {
    const text = Buffer.from(`${name}\0`, 'utf16le');
    text.copy(bytes, at);
    bytes.writeUInt16LE(text.length, at + 64);
  };
  entry(sector * 2, 'Root Entry');
  entry(sector * 3, stream);
  return bytes;
};

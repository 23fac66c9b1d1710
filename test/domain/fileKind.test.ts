import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isFileName } from '../../db/domain/fileFormats/fileName.ts';
import { type FileContent, fitsName, formatOf } from '../../db/domain/fileKind.ts';
import { makeZip } from '../files/xlsxFixture.ts';
import { aac, box, docx, gif, heic, jpeg, mp3, mp4, oldDocument, pdf, png, wav, webp } from './fileSamples.ts';

const contentOf = (bytes: Uint8Array): FileContent => ({
  bytes: bytes.length,
  read: (offset, length) => bytes.subarray(offset, offset + length),
});
const labelOf = (bytes: Uint8Array): string | null => formatOf(contentOf(bytes))?.label ?? null;
const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');
const contentTypes = { name: '[Content_Types].xml', data: '<Types/>' };

describe('what a file is', () => {
  it.each([
    ['JPEG', 'image', 'image/jpeg', jpeg()],
    ['PNG', 'image', 'image/png', png()],
    ['GIF', 'image', 'image/gif', gif()],
    ['WebP', 'image', 'image/webp', webp()],
    ['BMP', 'image', 'image/bmp', bmp()],
    ['HEIC', 'image', 'image/heic', heic()],
    ['MP4', 'video', 'video/mp4', mp4('isom', ['vide', 'soun'])],
    ['MOV', 'video', 'video/quicktime', mp4('qt  ', ['vide'])],
    ['3GP', 'video', 'video/3gpp', mp4('3gp4', ['vide'])],
    // a recording is one whatever brand the telephone writes
    ['M4A', 'audio', 'audio/mp4', mp4('M4A ', ['soun'])],
    ['M4A', 'audio', 'audio/mp4', mp4('mp42', ['soun'])],
    ['M4A', 'audio', 'audio/mp4', mp4('3gp4', ['soun'])],
    ['MP3', 'audio', 'audio/mpeg', mp3()],
    ['MP3', 'audio', 'audio/mpeg', mp3(true)],
    ['WAV', 'audio', 'audio/wav', wav()],
    ['AMR', 'audio', 'audio/amr', latin1('#!AMR\n<rest')],
    ['AMR', 'audio', 'audio/amr', latin1('#!AMR-WB\nrest')],
    ['Ogg', 'audio', 'audio/ogg', latin1('OggS\0\x02rest')],
    ['PDF', 'pdf', 'application/pdf', pdf()],
    ['DOCX', 'document', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', docx()],
    [
      ...['XLSX', 'document', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
      makeZip([contentTypes, { name: 'xl/workbook.xml', data: '<workbook/>' }]),
    ],
    ['DOC', 'document', 'application/msword', oldDocument('WordDocument')],
    ['XLS', 'document', 'application/vnd.ms-excel', oldDocument('Workbook')],
    ['XLS', 'document', 'application/vnd.ms-excel', oldDocument('Book')],
    ['TXT', 'document', 'text/plain', Buffer.from('客户说：空调有异味。\r\n\t第二次')],
    ['TXT', 'document', 'text/plain', Buffer.from([0xef, 0xbb, 0xbf, 0x61])],
    // 空调 in GB18030, and 䶮 in four bytes of it
    ['TXT', 'document', 'text/plain', Buffer.from([0xbf, 0xd5, 0xb5, 0xf7, 0x82, 0x34, 0x9f, 0x38])],
  ] as const)('%s (%s)', (label, kind, mime, bytes) => {
    expect(formatOf(contentOf(bytes))).toMatchObject({ label, kind, mime });
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['a page', Buffer.from('<!DOCTYPE html><script>alert(1)</script>')],
    ['a page after a mark and lines', Buffer.from('\uFEFF \n<HTML>')],
    ['a drawing', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ['XML', Buffer.from('<?xml version="1.0"?><a/>')],
    ['a program', latin1('MZ\x90\0\x03\0\0\0')],
    ['an archive', makeZip([{ name: 'a.txt', data: 'x' }])],
    ['an archive without an end', makeZip([contentTypes]).subarray(0, 40)],
    ['a document with macros', makeZip([...docxParts(), { name: 'word/vbaProject.bin', data: 'x' }])],
    ['a document in front of which something lies', Buffer.concat([latin1('PK\x03\x04junk'), docx()])],
    ['a document behind which something lies', Buffer.concat([docx(), Buffer.from('<script>')])],
    ['a document that unzips to 2 GB', makeZip([...docxParts(), { name: 'a', data: 'x', claimedSize: 2 ** 31 }])],
    ['a document with one part twice', makeZip([...docxParts(), ...docxParts()])],
    ['a document whose parts share their bytes', overlapping()],
    ['an old container of something else', oldDocument('PowerPoint Document')],
    ['an old container that bites its tail', oldDocument('Other', true)],
    ['a picture without its size', latin1('\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\0\0\0\0\0')],
    ['a JPEG that has no picture', latin1('\xff\xd8\xff\xd9')],
    ['a JPEG that begins like one', latin1('\xff\xd8\xff\xe0junk and no more of it')],
    ['a film without tracks', mp4('isom', [])],
    ['a film that is cut off', mp4('isom', ['vide']).subarray(0, 60)],
    ['boxes that have no end', Buffer.concat([box('ftyp', latin1('isom\0\0\0\0')), latin1('\0\0\0\0moov')])],
    ['boxes of no size', Buffer.concat([box('ftyp', latin1('isom\0\0\0\0')), latin1('\0\0\0\x02moov')])],
    ['one frame of sound', mp3().subarray(0, 300)],
    ['sound of another layer', aac()],
    ['a container of an unknown kind', latin1('RIFF\x04\0\0\0AVI LIST')],
    ['text with a NUL', Buffer.from('a\0b')],
    ['text with an escape', Buffer.from('\x1b[31mred')],
    ['bytes of no text', Buffer.from([0xff, 0xfe, 0x41, 0x00])],
    ['a character cut in half', Buffer.from([0x61, 0xe7])],
  ])('%s is none that we keep', (_label, bytes) => {
    expect(labelOf(bytes)).toBeNull();
  });

  it('of a picture that is a page as well is a picture, whatever it is named', () => {
    const polyglot = Buffer.concat([latin1('GIF89a=1;//\x01'), Buffer.from('alert(document.cookie)')]);
    expect(labelOf(polyglot)).toBe('GIF');
    const inside = Buffer.concat([jpeg(), Buffer.from('<script>alert(1)</script>'), docx()]);
    expect(labelOf(inside)).toBe('JPEG');
    const format = formatOf(contentOf(inside));
    expect(['x.jpg', 'x.html', 'x.docx', 'x.js', 'x'].map((name) => format && fitsName(format, name))).toEqual([
      ...[true, false, false, false, false],
    ]);
  });

  it('is told of any bytes without an error, and by the first it is long', () => {
    const magics = [
      '',
      'PK\x03\x04',
      '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
      '\0\0\0\x18ftypisom',
      '\xff\xd8\xff',
      'ID3',
      'RIFF',
      'BM',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...magics), fc.uint8Array({ maxLength: 2000 }), (magic, rest) => {
        const format = formatOf(contentOf(Buffer.concat([latin1(magic), rest])));
        expect(format === null || format.extensions.length > 0).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('of a damaged file is told without an error', () => {
    const samples = [docx(), oldDocument('WordDocument'), mp4('isom', ['vide']), jpeg(), png(), mp3(true), heic()];
    fc.assert(
      fc.property(
        fc.constantFrom(...samples),
        fc.array(fc.tuple(fc.nat(3000), fc.nat(255)), { maxLength: 12 }),
        fc.nat(3000),
        (sample, changes, length) => {
          const bytes = Buffer.from(sample.subarray(0, length));
          for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
          expect(() => formatOf(contentOf(bytes))).not.toThrow();
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('its name', () => {
  it.each([
    ['照片.JPG', jpeg(), true],
    ['照片.jpeg', jpeg(), true],
    ['照片.png', jpeg(), false],
    ['录音.m4a', mp4('mp42', ['soun']), true],
    ['录音.mp4', mp4('mp42', ['soun']), true],
    ['录音.m4a', mp4('mp42', ['vide', 'soun']), false],
    ['说明.md', Buffer.from('# 说明'), true],
    ['说明.html', Buffer.from('# 说明'), false],
    ['报价.xls', docx(), false],
    ['没有扩展名', jpeg(), false],
    ['.jpg', jpeg(), true],
  ])('%s', (name, bytes, fits) => {
    const format = formatOf(contentOf(bytes));
    expect(format && fitsName(format, name)).toBe(fits);
  });

  it.each([
    ['现场照片 1.jpg', true],
    ['…（客户）—最终版.docx', true],
    ['a'.repeat(200), true],
    ['../../x.jpg', false],
    ['/etc/passwd', false],
    ['C:\\x.jpg', false],
    ['C:x.jpg', false],
    ['a/b.jpg', false],
    ['a\0.jpg', false],
    ['a\n.jpg', false],
    ['a\u0085.jpg', false],
    ['照片\u202egpj.exe', false],
    ['照片\u2066gpj.exe', false],
    ['..', false],
    ['.', false],
    [' ', false],
    ['x.jpg.', false],
    ['x.jpg ', false],
    ['\ud800.jpg', false],
  ])('%j can be one: %s', (name, may) => {
    expect(isFileName(name)).toBe(may);
  });
});

function bmp(): Buffer {
  const bytes = Buffer.alloc(70);
  bytes.write('BM', 'latin1');
  bytes.writeUInt32LE(70, 2);
  bytes.writeUInt32LE(40, 14);
  return bytes;
}

function docxParts() {
  return [contentTypes, { name: 'word/document.xml', data: '<w:document/>' }];
}

/** The directory says that every part is as long as the whole file: they can only lie over one another. */
function overlapping(): Buffer {
  const packed = deflateRawSync(Buffer.alloc(50_000));
  const bytes = makeZip([...docxParts(), { name: 'a', data: '', packed }, { name: 'b', data: '', packed }]);
  for (let at = bytes.indexOf('PK\x01\x02'); at >= 0; at = bytes.indexOf('PK\x01\x02', at + 1)) {
    bytes.writeUInt32LE(bytes.length, at + 20);
  }
  return bytes;
}

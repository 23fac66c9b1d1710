import { ascii, type FileContent, u32be } from './fileContent.ts';

export type IsoFormat = 'heic' | 'mov' | 'mp4' | '3gp' | 'm4a';

interface Box {
  readonly type: string;
  /** of what it holds */
  readonly from: number;
  readonly to: number;
}

/** A recording in pieces has some thousands; more is made to keep us busy. */
const mostBoxes = 5_000;
const heicBrands = ['heic', 'heix', 'heim', 'heis'];

/**
 * Pictures, films and recordings of telephones (ISO 14496-12: boxes within boxes): a film has a track of pictures, a recording only
 * tracks of sound, whatever its brand says.
 */
export const isoMedia = (content: FileContent): IsoFormat | null => {
  let brands: readonly string[] = [];
  let tracks: ReadonlySet<string> = new Set();
  let first = true;
  for (const box of boxes(content, 0, content.bytes)) {
    if (first && box.type !== 'ftyp') return null;
    first = false;
    if (box.type === 'ftyp' && brands.length === 0) brands = brandsOf(content, box);
    if (box.type === 'moov') {
      tracks = tracksOf(content, box);
      break;
    }
    if (box.type === 'meta' && heicBrands.some((brand) => brands.includes(brand))) return 'heic';
  }
  if (!tracks.has('vide')) return tracks.has('soun') ? 'm4a' : null;
  const [major = ''] = brands;
  if (major === 'qt  ') return 'mov';
  return major.startsWith('3g') ? '3gp' : 'mp4';
};

/** The boxes between two places, as far as they fit into each other. */
function* boxes(content: FileContent, from: number, to: number): Generator<Box, void, void> {
  let at = from;
  for (let count = 0; at + 8 <= to && count < mostBoxes; count++) {
    const head = content.read(at, 16);
    const short = u32be(head, 0);
    const long = short === 1;
    const size = long ? u32be(head, 8) * 2 ** 32 + u32be(head, 12) : short === 0 ? to - at : short;
    const headBytes = long ? 16 : 8;
    if (size < headBytes || at + size > to) return;
    yield { type: ascii(head, 4, 4), from: at + headBytes, to: at + size };
    at += size;
  }
}

/** The major brand first; the four bytes after it are its version. */
const brandsOf = (content: FileContent, { from, to }: Box): readonly string[] => {
  const bytes = content.read(from, Math.min(to - from, 256));
  const found: string[] = [];
  for (let at = 0; at + 4 <= bytes.length; at += 4) if (at !== 4) found.push(ascii(bytes, at, 4));
  return found;
};

/** What kinds of tracks there are: `vide`, `soun` and others. */
const tracksOf = (content: FileContent, movie: Box): ReadonlySet<string> => {
  const kinds = new Set<string>();
  for (const track of boxes(content, movie.from, movie.to)) {
    if (track.type !== 'trak') continue;
    for (const media of boxes(content, track.from, track.to)) {
      if (media.type !== 'mdia') continue;
      for (const handler of boxes(content, media.from, media.to)) {
        if (handler.type === 'hdlr') kinds.add(ascii(content.read(handler.from + 8, 4), 0, 4));
      }
    }
  }
  return kinds;
};

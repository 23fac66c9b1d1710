import { crc32, deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
const COLOURS = 256;

/**
 * A screenshot in at most 256 colours, a third of its size: those that matter most stay, the rest become the nearest of them.
 * @param {Buffer} png 8 bits a channel, RGB or RGBA, not interlaced: as browsers write them
 */
export function palettePng(png) {
  const { width, height, channels, pixels } = decode(png);
  const palette = paletteOf(pixels, channels);
  /** @type {Map<number, number>} */
  const chosen = new Map(palette.map((colour, index) => [colour, index]));
  const rows = Buffer.alloc(height * (width + 1));
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at += channels) {
      const colour = colourAt(pixels, at);
      let index = chosen.get(colour);
      if (index === undefined) {
        index = nearest(palette, colour).index;
        chosen.set(colour, index);
      }
      // each row begins with its filter, 0: none
      rows[y * (width + 1) + 1 + x] = index;
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  const colours = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', head),
    chunk('PLTE', colours),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** @param {Buffer} pixels @param {number} at */
function colourAt(pixels, at) {
  return pixels.readUIntBE(at, 3);
}

/**
 * The commonest colours, and of the others those that would be missed most: far from all chosen, and not too rare.
 * @param {Buffer} pixels @param {number} channels
 */
function paletteOf(pixels, channels) {
  /** @type {Map<number, number>} */
  const counts = new Map();
  for (let at = 0; at < pixels.length; at += channels) {
    const colour = colourAt(pixels, at);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const sorted = [...counts].sort((a, b) => b[1] - a[1]);
  const palette = sorted.slice(0, COLOURS / 2).map(([colour]) => colour);
  const rest = sorted
    .slice(COLOURS / 2)
    .map(([colour, count]) => ({ colour, weight: Math.sqrt(count), apart: nearest(palette, colour).apart }));
  while (palette.length < COLOURS && rest.length > 0) {
    const missed = rest.reduce((a, b) => (b.apart * b.weight > a.apart * a.weight ? b : a));
    palette.push(missed.colour);
    for (const one of rest) one.apart = Math.min(one.apart, distance(one.colour, missed.colour));
  }
  return palette;
}

/** @param {number[]} palette @param {number} colour */
function nearest(palette, colour) {
  let index = 0;
  let apart = Number.POSITIVE_INFINITY;
  for (const [at, other] of palette.entries()) {
    const far = distance(other, colour);
    if (far < apart) {
      apart = far;
      index = at;
    }
  }
  return { index, apart };
}

/** @param {number} a @param {number} b */
function distance(a, b) {
  const red = (a >> 16) - (b >> 16);
  const green = ((a >> 8) & 255) - ((b >> 8) & 255);
  const blue = (a & 255) - (b & 255);
  return red * red + green * green + blue * blue;
}

/** @param {string} type @param {Buffer} data */
function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** @param {Buffer} png */
function decode(png) {
  const width = png.readUInt32BE(16);
  const height = png.readUInt32BE(20);
  const channels = png[25] === 6 ? 4 : 3;
  /** @type {Buffer[]} */
  const parts = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  const stride = width * channels;
  const raw = inflateSync(Buffer.concat(parts));
  const pixels = Buffer.alloc(height * stride);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (stride + 1)];
    for (let x = 0; x < stride; x++) {
      const at = y * stride + x;
      const left = x >= channels ? (pixels[at - channels] ?? 0) : 0;
      const up = y > 0 ? (pixels[at - stride] ?? 0) : 0;
      const corner = x >= channels && y > 0 ? (pixels[at - stride - channels] ?? 0) : 0;
      pixels[at] = (raw[y * (stride + 1) + 1 + x] ?? 0) + predicted(filter, left, up, corner);
    }
  }
  return { width, height, channels, pixels };
}

/** What a filter of PNG expects a byte to be. @param {number | undefined} filter @param {number} left @param {number} up @param {number} corner */
function predicted(filter, left, up, corner) {
  switch (filter) {
    case 1:
      return left;
    case 2:
      return up;
    case 3:
      return (left + up) >> 1;
    case 4: {
      const guess = left + up - corner;
      const byLeft = Math.abs(guess - left);
      const byUp = Math.abs(guess - up);
      const byCorner = Math.abs(guess - corner);
      if (byLeft <= byUp && byLeft <= byCorner) return left;
      return byUp <= byCorner ? up : corner;
    }
    default:
      return 0;
  }
}

import { type FileContent, startsWith } from './fileContent.ts';

/** kbit/s by the four bits of a frame's head, layer III */
const rates1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const rates2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
/** Hz of MPEG 1; of MPEG 2 half, of 2.5 a quarter */
const samples = [44_100, 48_000, 32_000];
/** Between a tag and the first frame some programs leave room. */
const searched = 64 * 1024;

/** MP3: a tag or none, then frames, each where the one before ends. */
export const isMp3 = (content: FileContent): boolean => {
  const head = content.read(0, 10);
  if (!startsWith(head, 'ID3')) return framesAt(content.read(0, searched), 0);
  const size = [6, 7, 8, 9].reduce((sum, at) => sum * 128 + ((head[at] ?? 0) & 127), 0);
  const sound = content.read(10 + size, searched);
  for (let at = 0; at + 4 <= sound.length; at++) if (sound[at] === 0xff && framesAt(sound, at)) return true;
  return false;
};

/** Two frames one after the other: a single head may stand anywhere by chance. */
const framesAt = (bytes: Uint8Array, at: number): boolean => {
  const length = frameBytes(bytes, at);
  return length !== null && frameBytes(bytes, at + length) !== null;
};

const frameBytes = (bytes: Uint8Array, at: number): number | null => {
  const [first = 0, second = 0, third = 0] = bytes.subarray(at, at + 3);
  if (first !== 0xff || (second & 0xe0) !== 0xe0) return null;
  const version = (second >> 3) & 3;
  const layer = (second >> 1) & 3;
  const rate = (version === 3 ? rates1 : rates2)[third >> 4] ?? 0;
  const sample = samples[(third >> 2) & 3];
  if (version === 1 || layer !== 1 || rate === 0 || sample === undefined) return null;
  const hertz = version === 3 ? sample : version === 2 ? sample / 2 : sample / 4;
  const padding = (third >> 1) & 1;
  return Math.floor(((version === 3 ? 144 : 72) * rate * 1000) / hertz) + padding;
};

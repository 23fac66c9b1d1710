import { CareError } from '../../db/contract/errors.ts';
import { parsePlain, strictUtf8 } from './plainJson.ts';

/** No input of the contract comes near it; files have their own way. */
const mostBodyBytes = 1024 * 1024;

const tooLarge = (): CareError =>
  new CareError('TOO_LARGE', { reason: 'body-too-large', values: { kilobytes: mostBodyBytes / 1024 } });

/** The declared length in bytes, null where none is declared. */
export const declaredLength = (headers: Headers): number | null => {
  const length = headers.get('content-length');
  return length !== null && /^\d{1,15}$/.test(length) ? Number(length) : null;
};

const readBytes = async (request: Request): Promise<Uint8Array> => {
  if ((declaredLength(request.headers) ?? 0) > mostBodyBytes) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  const reader = request.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    bytes += part.value.byteLength;
    if (bytes > mostBodyBytes) throw tooLarge();
    chunks.push(part.value);
  }
  return Buffer.concat(chunks);
};

const isJson = (type: string | null): boolean =>
  /^application\/json\s*(;\s*charset=("?)utf-8\2\s*)?$/i.test(type ?? '');

/**
 * The body of a call as text that is known to be plain JSON, or empty.
 * @throws CareError TOO_LARGE, UNSUPPORTED for another content type, VALIDATION for what is no UTF-8 or no JSON of ours
 */
export const readJsonBody = async (request: Request): Promise<string> => {
  const type = request.headers.get('content-type');
  if (type !== null && !isJson(type)) throw new CareError('UNSUPPORTED', { reason: 'content-type-not-supported' });
  const bytes = await readBytes(request);
  if (bytes.length > 0 && type === null) throw new CareError('UNSUPPORTED', { reason: 'content-type-not-supported' });
  const text = strictUtf8(bytes);
  parsePlain(text);
  return text;
};

/** @throws CareError VALIDATION where the query is no well-formed UTF-8 or names an object's prototype */
export const checkQuery = (search: string): void => {
  let plain: string;
  try {
    plain = decodeURIComponent(search);
  } catch {
    throw new CareError('VALIDATION', { reason: 'input-not-utf8' });
  }
  if (plain.includes('__proto__')) throw new CareError('VALIDATION', { reason: 'input-key-invalid' });
  if (plain.split('[').length > 50) throw new CareError('VALIDATION', { reason: 'input-too-deep' });
};

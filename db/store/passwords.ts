import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

const cost = 2 ** 17;
const blockSize = 8;
const parallel = 1;
const keyBytes = 32;
/** Node's default of 32 MiB throws at this cost, which needs 128 MiB. */
const maxmem = 256 * 1024 * 1024;

/** Each derivation holds 128 MiB: two at a time, however many people log in at once. */
const mostAtOnce = 2;
let running = 0;
const waiting: (() => void)[] = [];

const derive = async (
  password: string,
  salt: Buffer,
  n: number,
  r: number,
  p: number,
  bytes: number,
): Promise<Buffer> => {
  if (running >= mostAtOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  else running++;
  try {
    return await new Promise<Buffer>((resolve, reject) => {
      scrypt(password.normalize('NFKC'), salt, bytes, { N: n, r, p, maxmem }, (error, key) =>
        error ? reject(error) : resolve(key),
      );
    });
  } finally {
    // the place goes to the next in the queue, or becomes free
    const next = waiting.shift();
    if (next) next();
    else running--;
  }
};

/** `scrypt$131072$8$1$salt$hash`, salt and hash in base64url. About 280 ms. */
export const hashPassword = async (password: string): Promise<string> => {
  const salt = randomBytes(16);
  const key = await derive(password, salt, cost, blockSize, parallel, keyBytes);
  return `scrypt$${cost}$${blockSize}$${parallel}$${salt.toString('base64url')}$${key.toString('base64url')}`;
};

const stored = /^scrypt\$(\d{4,7})\$(\d{1,2})\$(\d{1,2})\$([\w-]{16,64})\$([\w-]{32,128})$/;

/** False for a wrong password and for a hash that is none; the comparison takes the same time wherever they differ. */
export const verifyPassword = async (password: string, hash: string): Promise<boolean> => {
  const parts = stored.exec(hash);
  const [, n = '', r = '', p = '', salt = '', key = ''] = parts ?? [];
  if (!parts || Number(n) > cost || Number(r) > 16 || Number(p) > 4) return false;
  const expected = Buffer.from(key, 'base64url');
  const actual = await derive(
    password,
    Buffer.from(salt, 'base64url'),
    Number(n),
    Number(r),
    Number(p),
    expected.length,
  );
  return timingSafeEqual(actual, expected);
};

/** The hash of no password, so that a log-in with an unknown name takes as long as one with a wrong password. */
export const noPasswordHash = `scrypt$${cost}$${blockSize}$${parallel}$${randomBytes(16).toString('base64url')}$${randomBytes(keyBytes).toString('base64url')}`;

export type PasswordWeakness = 'password-short' | 'password-common' | 'password-is-name';

/** What everybody tries first, digits and signs at the end left off. */
const common = new Set(
  (
    'password passwort passw0rd p@ssword p@ssw0rd qwerty qwertyui qwertyuiop asdfghjk asdfghjkl zxcvbnm iloveyou woaini ' +
    'admin administrator root letmein welcome monkey dragon master sunshine princess football baseball superman ' +
    'abc abcd abcde abcdef abcdefg abcdefgh aini mima caredesk guanhuai qiantai kefu jingli guanliyuan 1qaz2wsx ' +
    'qazwsx qazwsxedc q1w2e3r4 zaq12wsx 1q2w3e4r 5201314 woaini1314 a123456 aa123456 test user guest demo'
  ).split(' '),
);

const isRun = (text: string): boolean => {
  const steps = new Set<number>();
  for (let i = 1; i < text.length; i++) steps.add(text.charCodeAt(i) - text.charCodeAt(i - 1));
  return steps.size <= 1 && Math.abs([...steps][0] ?? 0) <= 1;
};

const repeatsItself = (text: string): boolean => {
  for (let part = 1; part <= Math.min(4, text.length / 2); part++) {
    if (
      text ===
      text
        .slice(0, part)
        .repeat(Math.ceil(text.length / part))
        .slice(0, text.length)
    )
      return true;
  }
  return false;
};

/**
 * Why a new password cannot be taken, or null. Short: under 8 characters. Common: a word that everybody uses with digits
 * or signs behind it, a run (12345678), a repeat (11112222 is none, 12121212 is one), a date of this or the last century.
 */
export const passwordWeakness = (password: string, name: string): PasswordWeakness | null => {
  const plain = password.normalize('NFKC').trim().toLowerCase();
  if ([...plain].length < 8) return 'password-short';
  const login = name.normalize('NFKC').trim().toLowerCase();
  const stem = plain.replace(/[\d\W_]+$/u, '');
  if (plain === login || (login.length >= 3 && stem === login)) return 'password-is-name';
  if (common.has(plain) || common.has(stem) || isRun(plain) || repeatsItself(plain)) return 'password-common';
  if (/^(19|20)\d\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/.test(plain)) return 'password-common';
  if (/^(123|0123|1234|12345|123456|1234567|12345678)\D?\d*$/.test(plain)) return 'password-common';
  return null;
};

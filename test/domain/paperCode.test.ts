import { describe, expect, it } from 'vitest';
import { paperKind } from '../../db/contract/paper.ts';
import { paperCodeOf, readPaperCode } from '../../db/domain/paper/paperCode.ts';
import { readRowCode } from '../../db/domain/tasks/rowCode.ts';

describe('a paper code', () => {
  it('is seven digits, its own for a hundred thousand rows of its kind and for all kinds', () => {
    const codes = paperKind.options.flatMap((kind) =>
      Array.from({ length: 100_000 }, (_, seq) => paperCodeOf(kind, seq)),
    );
    expect(new Set(codes).size).toBe(300_000);
    expect(codes.every((code) => /^[234]\d{6}$/.test(code))).toBe(true);
    expect(paperCodeOf('signIn', 100_001)).toBe(paperCodeOf('signIn', 1));
  });

  it('says its kind, and one wrong digit or two changed places make it none', () => {
    for (const kind of paperKind.options) {
      for (let seq = 1; seq < 200; seq++) {
        const code = paperCodeOf(kind, seq);
        expect(readPaperCode(code)).toEqual({ code, kind });
        for (let at = 0; at < 7; at++) {
          const wrong = `${code.slice(0, at)}${(Number(code[at]) + 3) % 10}${code.slice(at + 1)}`;
          expect(readPaperCode(wrong)).toBeNull();
          const [one, other] = [code[at], code[at + 1]];
          // 09 and 90 are all that Luhn does not tell apart
          if (other === undefined || one === other || `${one}${other}`.match(/^(09|90)$/)) continue;
          expect(readPaperCode(`${code.slice(0, at)}${other}${one}${code.slice(at + 2)}`)).toBeNull();
        }
      }
    }
  });

  it('is read however it is typed, and is never that of a call sheet', () => {
    const code = paperCodeOf('complaint', 7);
    const wide = [...code].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('');
    expect([wide, ` ${code.slice(0, 3)} ${code.slice(3)}-`].map((typed) => readPaperCode(typed)?.code)).toEqual([
      code,
      code,
    ]);
    const none = ['', '1', `${code}0`, code.slice(0, 6), `9${code.slice(1)}`, 'V123456', '２０３６１８', '0000000'];
    expect(none.map(readPaperCode)).toEqual(none.map(() => null));
    expect(readRowCode(code)).toBeNull();
  });
});

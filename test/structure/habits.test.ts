import { describe, expect, it } from 'vitest';
import { codeFiles, textOf } from './sourceFiles.ts';
import { syntaxOf } from './syntax.ts';

const LINES_OF_A_FILE = 400;
/** Files that may be longer, each for a reason: generated, or one table of data. */
const MAY_BE_LONGER = new Set(['db/schema/tables.ts']);
const UNFINISHED = /\b(TO[D]O|FIX[M]E|X[X]X|HAC[K])\b/;

const product = codeFiles('electron', 'renderer', 'db', 'build');

describe('habits of the source', () => {
  it('a file is short enough to read', () => {
    const long = product
      .filter((file) => !MAY_BE_LONGER.has(file))
      .map((file) => ({ file, lines: textOf(file).trimEnd().split('\n').length }))
      .filter(({ lines }) => lines > LINES_OF_A_FILE);
    expect(long).toEqual([]);
  });

  it('a file is named for the one thing it holds', () => {
    const vague = product.filter((file) => /(^|\/)(utils?|helpers?|misc)(\/|\.)/i.test(file));
    expect(vague).toEqual([]);
  });

  it('nothing is left unfinished', () => {
    const marked = [...product, ...codeFiles('test')].filter((file) => UNFINISHED.test(textOf(file)));
    expect(marked).toEqual([]);
  });

  it('the desk speaks only through renderer/i18n', () => {
    const found = codeFiles('renderer')
      .filter((file) => !file.startsWith('renderer/i18n/'))
      .flatMap((file) => chineseIn(file, textOf(file)).map((text) => `${file}: ${text}`));
    expect(found).toEqual([]);
  });

  it('rules and handlers are told the time and get their ids from outside', () => {
    const found = codeFiles('db/domain', 'db/features').flatMap((file) =>
      syntaxOf(file, textOf(file)).clockAndChance.map((call) => `${file}: ${call}`),
    );
    expect(found).toEqual([]);
  });

  it('each process reads the clock in one place, which says why', () => {
    const clocks = codeFiles('db/store', 'renderer').filter((file) => /\bDate\.now\b|new Date\(\)/.test(textOf(file)));
    expect(clocks.toSorted()).toEqual([
      'db/store/demo/buildDemo.ts',
      'db/store/importWorker.ts',
      'db/store/inlineStore.ts',
      'db/store/storeThread.ts',
      'renderer/lib/clock.ts',
    ]);
  });

  it('sees Chinese in strings, templates and markup, not in comments', () => {
    const code = `const a = '车主'; const b = \`到店 \${a}\`; const c = <p title="生日">会员</p>; // 注释 \n /* 注释 */ const d = /[汉]/;`;
    expect(chineseIn('x.tsx', code)).toEqual(['车主', '到店 ', '生日', '会员']);
  });

  it('sees every reading of the clock and of chance, not a fixed date', () => {
    const code = 'new Date(); new Date(5); Date.now(); Math.random(); const f = () => crypto.randomUUID();';
    expect(syntaxOf('x.ts', code).clockAndChance).toEqual([
      'new Date()',
      'Date.now()',
      'Math.random()',
      'crypto.randomUUID()',
    ]);
  });
});

function chineseIn(file: string, code: string): string[] {
  return syntaxOf(file, code).texts.filter((text) => /\p{Script=Han}/u.test(text));
}

import { basename } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { menuTexts } from '../../electron/main/menuTexts.ts';
import { safeFileName, saveDialog, takeDownload } from '../../electron/main/saving.ts';

const texts = menuTexts['zh-CN'];

describe('a file that the desk hands out', () => {
  it('is offered in the documents folder, as its kind', () => {
    expect(saveDialog('旧客户-错误行.csv', '/home/a/文档', texts)).toEqual({
      title: '另存为',
      defaultPath: '/home/a/文档/旧客户-错误行.csv',
      filters: [
        { name: 'CSV 表格', extensions: ['csv'] },
        { name: '所有文件', extensions: ['*'] },
      ],
    });
    expect(saveDialog('a.XLSX', '/d', texts).filters?.[0]).toEqual({ name: 'Excel 工作簿', extensions: ['xlsx'] });
    expect(saveDialog('无后缀', '/d', texts).filters).toEqual([{ name: '所有文件', extensions: ['*'] }]);
  });

  it.each([
    ['../../etc/passwd', '-..-etc-passwd'],
    ['..\\..\\a.csv', '-..-a.csv'],
    ['C:\\x\\a.csv', 'C--x-a.csv'],
    ['con.csv', '_con.csv'],
    ['  .hidden. ', 'hidden'],
    ['', 'CareDesk'],
    ['a\u202Evsc.exe', 'a-vsc.exe'],
    ['甲'.repeat(300).concat('.xlsx'), `${'甲'.repeat(120)}.xlsx`],
  ])('%j is called %j', (name, safe) => {
    expect(safeFileName(name)).toBe(safe);
  });

  it('always gets a name that leads nowhere else', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
        const safe = safeFileName(name);
        expect(safe).not.toBe('');
        expect(basename(safe)).toBe(safe);
        expect(safe).not.toMatch(/[\\/:*?"<>|\p{Cc}]|^\.|[. ]$/u);
      }),
    );
  });

  const item = (url: string) => {
    const done: unknown[] = [];
    return {
      done,
      getURL: () => url,
      getFilename: () => 'a.csv',
      setSaveDialogOptions: (options: unknown) => done.push(options),
      cancel: () => done.push('cancelled'),
    };
  };
  it('comes from the page itself, or not at all', () => {
    const own = item('blob:app://caredesk/1-2-3');
    expect(takeDownload(own, '/d', texts)).toBe(true);
    expect(own.done).toMatchObject([{ defaultPath: '/d/a.csv' }]);
    for (const url of [
      'https://example.com/a.exe',
      'blob:https://example.com/1',
      'file:///etc/passwd',
      'app://caredesk/assets/a.js',
    ]) {
      const other = item(url);
      expect(takeDownload(other, '/d', texts), url).toBe(false);
      expect(other.done).toEqual(['cancelled']);
    }
  });
});

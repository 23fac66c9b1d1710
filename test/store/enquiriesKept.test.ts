import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { openConnection } from '../../db/store/connection.ts';
import { storeFileOf } from '../../db/store/storeFile.ts';
import { openEnquiryDesk } from './enquiryDesk.ts';

describe('a kept answer', () => {
  it('is made of an enquiry once, found again, and counts where it was used', async () => {
    const { keep, ask, page, call, officer, suggest, refused } = await openEnquiryDesk();
    const id = await keep();
    expect(await suggest('请问首保多少钱啊')).toEqual(['首保多少钱']);
    const asked = await ask({ answer: '三个月或 5,000 公里内免费', keptAnswerId: id });
    expect(await page(asked)).toMatchObject({ keptAnswerId: id, keptAsId: null });
    expect(await call('enquiries.keptList', {}, officer)).toMatchObject({ count: 1, rows: [{ id, usedCount: 1 }] });
    const of = (await call('enquiries.list', {}, officer)).rows.find((row: { id: string }) => row.id !== asked).id;
    expect(await page(of)).toMatchObject({ keptAsId: id });
    const again = { enquiryId: of, question: '首保', answer: '免费' };
    expect(await refused(call('enquiries.keepAnswer', again, officer))).toBe('enquiry-kept');
  });

  it('is edited, removed and brought back', async () => {
    const { keep, call, officer, suggest } = await openEnquiryDesk();
    const id = await keep();
    const facts = { question: '首保和二保多少钱', answer: '首保免费，二保 480 元', topic: 'service' };
    await call('enquiries.updateKept', { id, version: 1, ...facts }, officer);
    expect(await suggest('二保')).toEqual(['首保和二保多少钱']);
    await call('enquiries.removeKept', { id, version: 2 }, officer);
    expect(await suggest('二保')).toEqual([]);
    await call('enquiries.restoreKept', { id }, officer);
    expect(await suggest('二保')).toEqual(['首保和二保多少钱']);
    await call('enquiries.removeKept', { id, version: 4 }, officer);
    const [last] = (await call('changes.recent', { limit: 1 }, officer)).rows;
    expect(last).toMatchObject({ kind: 'keptAnswer' });
    await call('changes.undo', { command: last.command }, officer);
    expect(await suggest('二保')).toEqual(['首保和二保多少钱']);
  });

  it('stands the higher the more of what is typed it holds, then the more it was used', async () => {
    const { keep, ask, suggest } = await openEnquiryDesk();
    await keep({ question: '轮胎气压多少合适', answer: '前后 2.4' });
    const often = await keep({ question: '换一条轮胎多少钱', answer: '看尺寸' });
    await keep({ question: '换机油多少钱', answer: '全合成 480 元', topic: 'parts' });
    await ask({ answer: '看尺寸', keptAnswerId: often });
    expect(await suggest('轮胎')).toEqual(['换一条轮胎多少钱', '轮胎气压多少合适']);
    expect((await suggest('轮胎 气压'))[0]).toBe('轮胎气压多少合适');
    expect((await suggest('全合成机油'))[0]).toBe('换机油多少钱');
    expect(await suggest('轮胎', { topic: 'parts' })).toEqual([]);
    expect(await suggest('请问一下')).toEqual([]);
    expect(await suggest('  ！')).toEqual([]);
    expect(await suggest("'; DROP TABLE keptAnswer; --")).toEqual([]);
  });

  it('is found among 5,000, the best few', async () => {
    const { call, officer, dataDir } = await openEnquiryDesk();
    const connection = openConnection(storeFileOf(dataDir));
    const insert = connection.prepare(
      `INSERT INTO keptAnswer (id, question, answer, topic, createdAt, updatedAt, byName) VALUES (?, ?, ?, 'other', 1, 1, '何静')`,
    );
    const parts = ['保养', '轮胎', '保险', '年检', '空调', '电池', '钥匙', '导航', '机油', '积分'];
    connection.exec('BEGIN');
    for (let at = 0; at < 5000; at++) {
      const [one, two] = [parts[at % 10], parts[Math.floor(at / 10) % 10]];
      insert.run(
        randomUUID(),
        `${one}和${two}第 ${at} 问怎么办理`,
        `${one}请带行驶证和身份证到店，${two}由专人接待。`.repeat(4),
      );
    }
    connection.exec('COMMIT');
    connection.close();
    const text = '请问空调和电池第 1234 问怎么办理，需要带行驶证吗';
    expect((await call('enquiries.suggest', { text }, officer)).rows).toHaveLength(6);
  });
});

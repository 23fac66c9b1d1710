// @vitest-environment jsdom
import i18next from 'i18next';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { meanwhileText } from '../../renderer/features/board/meanwhileText.ts';
import { startI18n } from '../../renderer/i18n/index.ts';
import { dropNoticesOf, notify, useNotices } from '../../renderer/lib/notices.ts';
import { stayedWords } from '../../renderer/lib/stayedWords.ts';

const { t } = i18next;
const texts = () => useNotices.getState().shown.map(({ text }) => text);

beforeAll(() => startI18n('zh-CN'));
beforeEach(() => useNotices.setState({ shown: [] }));

describe('the undo bar', () => {
  test('offers no more to take back what was taken back', () => {
    const perform = () => undefined;
    notify('预约已保存', { action: { label: '撤销', takesBack: 7, perform } });
    notify('到店已登记', { action: { label: '撤销', takesBack: 8, perform } });
    notify('已复制');
    dropNoticesOf(7);
    expect(texts()).toEqual(['到店已登记', '已复制']);
    dropNoticesOf(9);
    expect(texts()).toHaveLength(2);
  });

  test('names what stayed', () => {
    expect(stayedWords([], t)).toBe('');
    const stayed = [
      { reason: 'edited', what: 'address', count: 1 },
      { reason: 'added', what: 'visit', count: 2 },
      { reason: 'moved', what: 'noSuchTable', count: 1 },
    ] as const;
    expect(stayedWords([...stayed], t)).toBe('地址（改过）、到店（后来新增 2 项）、其他记录（已移到别处，1 项）');
  });
});

describe('a card that another desk was quicker with', () => {
  test('says who it was and where to, as far as the store knows', () => {
    const said = (values?: Record<string, string>) => meanwhileText('京A·12345', values, t);
    expect(said({ by: '周凯', step: 'inWork' })).toContain('因为 周凯 已移到“作业中”');
    expect(said({ step: 'booked' })).toContain('另一台电脑已移到“已预约”');
    expect(said({ by: '周凯' })).toContain('周凯 刚刚改过它');
    expect(said({ by: '周凯', step: 'nowhere' })).toContain('周凯 刚刚改过它');
    expect(said()).toContain('另一台电脑刚刚改过它');
  });
});

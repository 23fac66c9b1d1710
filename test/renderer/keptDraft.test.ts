// @vitest-environment jsdom
import { beforeEach, describe, expect, test } from 'vitest';
import { emptyDraft } from '../../renderer/features/customer/customerDraft.ts';
import { dropDraft, hasShape, keepDraft, keptDraft, sweepDrafts } from '../../renderer/features/customer/keptDraft.ts';

const day = 86_400_000;
const isText = (value: unknown): value is string => typeof value === 'string';

beforeEach(() => localStorage.clear());

describe('half-typed forms', () => {
  test('come back as they were, each under its own key', () => {
    keepDraft('qiantai.note.1', 'half a note', 1000);
    keepDraft('kefu.note.1', 'another', 1000);
    expect(keptDraft('qiantai.note.1', 2000, isText)).toEqual({ at: 1000, value: 'half a note' });
    dropDraft('qiantai.note.1');
    expect(keptDraft('qiantai.note.1', 2000, isText)).toBeNull();
    expect(keptDraft('kefu.note.1', 2000, isText)?.value).toBe('another');
  });

  test('are forgotten after a week, for they hold people’s data', () => {
    keepDraft('a', 'old', 0);
    keepDraft('b', 'new', 7 * day);
    expect(keptDraft('a', 7 * day + 1, isText)).toBeNull();
    localStorage.setItem('caredesk.preferences', 'stays');
    sweepDrafts(7 * day + 1);
    expect(Object.keys(localStorage).sort()).toEqual(['caredesk.draft.b', 'caredesk.preferences']);
  });

  test('of another version, or damaged, are not taken', () => {
    localStorage.setItem('caredesk.draft.a', '{"at":1,"value":');
    expect(keptDraft('a', 2, isText)).toBeNull();
    keepDraft('b', { name: '王伟' }, 1);
    expect(keptDraft('b', 2, (value): value is typeof emptyDraft => hasShape(value, emptyDraft))).toBeNull();
  });
});

test('a shape is compared all the way down', () => {
  const like = { base: { version: 1, draft: emptyDraft }, draft: emptyDraft };
  expect(hasShape(JSON.parse(JSON.stringify(like)), like)).toBe(true);
  expect(hasShape({ ...like, draft: { ...emptyDraft, phones: 'no list' } }, like)).toBe(false);
  expect(hasShape({ ...like, base: { version: '1', draft: emptyDraft } }, like)).toBe(false);
});

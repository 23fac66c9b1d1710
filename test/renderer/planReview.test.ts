import { describe, expect, test } from 'vitest';
import { newPlan, type ReviewedDraft, reviewInputOf } from '../../renderer/features/accounts/accountDraft.ts';

const draft = (change: Partial<ReviewedDraft> = {}): ReviewedDraft => ({
  ...newPlan(2026),
  result: '11 辆回店',
  rating: 'partly',
  following: '签协议',
  ...change,
});

describe('the review of a plan', () => {
  const said = { day: '2026-12-01', result: '11 辆回店', rating: 'partly', next: '签协议', by: '陈刚' } as const;

  test('is sent once there is one, and again only where it says something else', () => {
    expect(reviewInputOf(draft(), null)).toEqual({ result: '11 辆回店', rating: 'partly', next: '签协议' });
    expect(reviewInputOf(draft({ goals: '改了目标' }), said)).toBeNull();
    expect(reviewInputOf(draft({ following: ' ' }), said)).toEqual({
      result: '11 辆回店',
      rating: 'partly',
      next: null,
    });
  });

  test('half said is not sent', () => {
    expect(reviewInputOf(draft({ rating: '' }), null)).toBeNull();
    expect(reviewInputOf(draft({ result: ' ' }), null)).toBeNull();
  });
});

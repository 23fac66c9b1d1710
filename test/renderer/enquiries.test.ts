import { describe, expect, test } from 'vitest';
import { questionTerms } from '../../db/domain/enquiries/questionTerms.ts';
import { nobody } from '../../renderer/features/board/whoDraft.ts';
import { deedKeys, deeds, isOffered, nextDeed, otherDeeds } from '../../renderer/features/enquiries/deeds.ts';
import { addInputOf, checkEnquiry, newEnquiry } from '../../renderer/features/enquiries/enquiryDraft.ts';
import { addressOf, noFilter, readFilter, tabOf } from '../../renderer/features/enquiries/listFilter.ts';

const customer = { ...nobody, customer: { id: '0190', name: '王伟', vehicles: [] } };
const shown = { state: 'open', answeredAt: null, keptAsId: null, keptAnswerId: null } as const;

describe('an enquiry while it is typed', () => {
  test('needs who and what', () => {
    expect(checkEnquiry(newEnquiry())).toEqual({ who: 'enquirer-missing', question: 'required' });
    expect(checkEnquiry({ who: { ...nobody, stranger: true }, question: '首保' })).toEqual({
      name: 'enquirer-missing',
    });
    expect(checkEnquiry({ who: { ...nobody, stranger: true }, question: '首保' }, true)).toEqual({});
    expect(checkEnquiry({ who: { ...nobody, stranger: true, phone: '12' }, question: '首保' })).toEqual({
      phone: 'phone-invalid',
    });
    expect(checkEnquiry({ who: customer, question: '首保' })).toEqual({});
  });

  test('has no kept answer and is not closed without an answer', () => {
    const draft = { ...newEnquiry(customer), question: ' 首保 ', keptAnswerId: '0191', close: true };
    expect(addInputOf({ ...draft, answer: ' ' })).toMatchObject({
      customerId: '0190',
      vehicleId: null,
      question: '首保',
      answer: null,
      keptAnswerId: null,
      close: false,
    });
    expect(addInputOf({ ...draft, answer: '免费' })).toMatchObject({
      answer: '免费',
      keptAnswerId: '0191',
      close: true,
    });
  });
});

describe('the deeds', () => {
  test('have a letter each, and Enter leads from the question to the archive', () => {
    expect(new Set(Object.values(deedKeys)).size).toBe(deeds.length);
    expect(nextDeed({ state: 'open' })).toBe('answer');
    expect(nextDeed({ state: 'handedOver' })).toBe('answer');
    expect(nextDeed({ state: 'answered' })).toBe('close');
    expect(nextDeed({ state: 'closed' })).toBeNull();
  });

  test('are offered where they make sense', () => {
    expect(otherDeeds(shown)).toEqual(['handOver', 'close', 'edit']);
    expect(otherDeeds({ ...shown, state: 'answered', answeredAt: 1 })).toEqual(['answer', 'reopen', 'keep', 'edit']);
    expect(otherDeeds({ ...shown, state: 'closed', answeredAt: 1, keptAsId: '0191' })).toEqual(['reopen']);
    expect(isOffered('keep', { ...shown, state: 'closed' })).toBe(false);
  });
});

describe('the list', () => {
  test('stands in the address whole', () => {
    const filter = { tab: 'closed', q: '首保 免费', topic: 'service' } as const;
    const address = addressOf('0190', filter);
    expect(address.startsWith('/enquiries/0190?')).toBe(true);
    expect(readFilter(new URLSearchParams(address.split('?')[1]))).toEqual(filter);
    expect(addressOf(null, noFilter)).toBe('/enquiries');
    expect(readFilter(new URLSearchParams('tab=x&topic=y'))).toEqual(noFilter);
    expect(tabOf('closed')).toBe('closed');
    expect(tabOf('answered')).toBe('open');
  });
});

describe('what a question is looked for by', () => {
  test('pairs of characters stand for words, and what is in every question says nothing', () => {
    expect(questionTerms('请问首保多少钱')).toEqual({
      words: ['请问首保多少钱'],
      pairs: ['问首', '首保', '保多', '少钱'],
    });
    expect(questionTerms('ＡＢＳ 灯亮了').pairs).toEqual(['abs', '灯亮', '亮了']);
    expect(questionTerms('请问一下').pairs.length).toBeGreaterThan(0);
    expect(questionTerms(' ，！').words).toEqual([]);
    expect(questionTerms('问'.repeat(500)).pairs.length).toBeLessThanOrEqual(24);
  });
});

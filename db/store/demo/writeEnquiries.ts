import { numberAfter } from '../../domain/complaints/number.ts';
import { enquiryNumberHead } from '../../domain/enquiries/number.ts';
import { dayOf } from '../../domain/zonedTime.ts';
import { defaultTimeZone } from '../storeFile.ts';
import type { DemoBuild } from './build.ts';
import { bulkInsert } from './bulkInsert.ts';
import { type DemoQuestion, keptQuestions, rareQuestions } from './enquiryQuestions.ts';
import { few } from './few.ts';
import { idKinds } from './seededIds.ts';

const minute = 60_000;
const hour = 60 * minute;
const dayMs = 24 * hour;

/** A store of fewer customers has none to show. */
const fewestCustomers = 190;

interface DemoEnquiry extends DemoQuestion {
  readonly askedAt: number;
  readonly state: 'open' | 'handedOver' | 'answered' | 'closed';
  /** which of the kept answers was given */
  readonly kept: number | null;
  readonly overdue: boolean;
  /** who called without being on file */
  readonly stranger: { readonly name: string; readonly phone: string } | null;
}

const plain = { kept: null, overdue: false, stranger: null } as const;

/** Those that wait: one just asked, one with the manager, one overdue, one of a stranger, one answered and not yet closed. */
const underWay = (now: number): readonly DemoEnquiry[] => {
  const [trip, map, gate, tradeIn, shake] = rareQuestions as readonly [
    DemoQuestion,
    DemoQuestion,
    DemoQuestion,
    DemoQuestion,
    DemoQuestion,
  ];
  return [
    { ...plain, ...shake, askedAt: now - 12 * minute, state: 'open' },
    { ...plain, ...gate, askedAt: now - 3 * hour, state: 'handedOver' },
    { ...plain, ...trip, askedAt: now - 3 * dayMs, state: 'handedOver', overdue: true },
    {
      ...plain,
      ...tradeIn,
      askedAt: now - 40 * minute,
      state: 'open',
      stranger: { name: '赵先生', phone: '13700001234' },
    },
    { ...plain, ...map, askedAt: now - 2 * hour, state: 'answered' },
  ];
};

/** The year's: most of them answered at once by what others had answered before. */
const ofYear = (build: DemoBuild): readonly DemoEnquiry[] => {
  const { plan, dates } = build;
  return Array.from({ length: 16 }, (_, index): DemoEnquiry => {
    const kept = (index * 5) % keptQuestions.length;
    const asked = keptQuestions[kept] as DemoQuestion;
    const askedAt = dates.instant(plan.today - 4 - index * 13, 9 * 60 + ((index * 37) % 420));
    return { ...plain, ...asked, askedAt, state: 'closed', kept };
  });
};

/** 咨询 and 常用答复: about twenty enquiries of every state, and a dozen answers that were kept. */
export const writeEnquiries = (build: DemoBuild): void => {
  const { connection, ids, plan, now, staffIds } = build;
  if (plan.customers < fewestCustomers) return;
  const keptAnswers = bulkInsert(connection, 'keptAnswer', [
    ...['id', 'question', 'answer', 'topic', 'createdAt', 'updatedAt', 'byName'],
  ]);
  const enquiries = bulkInsert(connection, 'enquiry', [
    ...['id', 'number', 'channel', 'topic', 'customerId', 'strangerName', 'strangerPhone', 'question', 'answer'],
    ...['answeredAt', 'answeredBy', 'keptAnswerId', 'state', 'expertId', 'handedAt', 'handNote', 'receivedAt', 'dueAt'],
    ...['closedAt', 'createdAt', 'updatedAt', 'byName', 'version'],
  ]);
  const manager = staffIds[2] ?? null;
  const keptAt = now - 300 * dayMs;
  const keptIds = keptQuestions.map((_, index) => ids(idKinds.keptAnswer, index, keptAt + index));
  connection.exec('BEGIN');
  keptQuestions.forEach(({ question, answer, topic }, index) => {
    const at = keptAt + index;
    keptAnswers.add([keptIds[index] ?? '', question, answer, topic, at, at, '何静']);
  });
  keptAnswers.flush();
  const all = [...ofYear(build), ...underWay(now)].toSorted((a, b) => a.askedAt - b.askedAt);
  // customers who were on file a year ago
  const askers = few(all.length, Math.floor(plan.customers * 0.5));
  const lastOf = new Map<string, string>();
  all.forEach((one, index) => {
    const { askedAt, state, stranger } = one;
    const head = enquiryNumberHead(dayOf(askedAt, defaultTimeZone));
    const number = numberAfter(head, lastOf.get(head) ?? null);
    lastOf.set(head, number);
    const isAnswered = state === 'answered' || state === 'closed';
    const answeredAt = isAnswered ? askedAt + 4 * minute : null;
    const closedAt = state === 'closed' ? askedAt + 6 * minute : null;
    const isHanded = state === 'handedOver';
    const handedAt = isHanded ? askedAt + 5 * minute : null;
    enquiries.add([
      ...[ids(idKinds.enquiry, index, askedAt), number, index % 3 === 1 ? 'wechat' : 'phone', one.topic],
      ...[stranger ? null : build.customerId(askers[index] ?? 0), stranger?.name ?? null, stranger?.phone ?? null],
      ...[one.question, isAnswered ? one.answer : null, answeredAt, isAnswered ? '何静' : null],
      ...[one.kept === null ? null : (keptIds[one.kept] ?? null), state, isHanded ? manager : null, handedAt],
      ...[isHanded ? '请查一下手册，客户等回电' : null, askedAt, one.overdue ? now - 5 * hour : askedAt + dayMs],
      ...[closedAt, askedAt, closedAt ?? answeredAt ?? handedAt ?? askedAt, '何静', state === 'open' ? 1 : 2],
    ]);
  });
  enquiries.flush();
  connection.exec('COMMIT');
};

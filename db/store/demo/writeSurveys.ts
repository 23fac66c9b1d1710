import type { SurveyChannel, SurveyQuestion } from '../../contract/surveyTerms.ts';
import { summaryOf } from '../../domain/surveys/answers.ts';
import { dayOf } from '../../domain/zonedTime.ts';
import { defaultSettings } from '../../features/settings/defaults.ts';
import { defaultTimeZone } from '../storeFile.ts';
import type { DemoBuild } from './build.ts';
import { bulkInsert } from './bulkInsert.ts';
import { few } from './few.ts';
import { streams } from './random.ts';
import { idKinds } from './seededIds.ts';
import { demoAnswers, type Mood, moods } from './surveyWords.ts';

const minute = 60_000;
const hour = 60 * minute;
const dayMs = 24 * hour;

/** A store of fewer customers has none to show. */
const fewestCustomers = 190;
/** Ratings of a year's services; one every few days, however large the store. */
const ratings = 140;
/** of the last days, one a day */
const lastRatings = 12;
const purchases = 24;
const interviewsOfQuarter = 10;
/** Bad answers of the last so many days wait for somebody to call. */
const waitingDays = 5;

/** The shipped questionnaires, by their places. */
const kinds = { service: 0, purchase: 1, interview: 2 } as const;

interface DemoResponse {
  readonly kind: keyof typeof kinds;
  readonly channel: SurveyChannel;
  /** UTC ms */
  readonly at: number;
  readonly customerId: string | null;
  readonly vehicleId: string | null;
  readonly visitId: string | null;
  /** null: drawn */
  readonly mood: Mood | null;
  readonly complaint: { readonly id: string; readonly at: number } | null;
}

const plain = { customerId: null, vehicleId: null, visitId: null, mood: null, complaint: null } as const;

interface Visit {
  readonly visitId: string;
  readonly customerId: string;
  readonly vehicleId: string;
  readonly arrivedAt: number;
}

/** A visit every few days of the last year, rated at the counter when it was over, or some days later by phone or on paper. */
const services = ({ connection, dates, plan, now }: DemoBuild): DemoResponse[] => {
  const ofDay = connection.prepare<[string, number], Visit>(
    `SELECT id AS visitId, customerId, vehicleId, arrivedAt FROM visit
     WHERE day = ? AND voidedAt IS NULL AND step IS NULL ORDER BY arrivedAt LIMIT 1 OFFSET ?`,
  );
  return Array.from({ length: ratings }, (_, index) => {
    const daysAgo = index < lastRatings ? index : lastRatings + Math.floor(((index - lastRatings) * 350) / ratings);
    const day = dates.text(plan.today - 1 - daysAgo);
    const visit = ofDay.get(day, index % 3) ?? ofDay.get(day, 0);
    if (!visit) return [];
    const channel = (['counter', 'phone', 'counter', 'paper', 'phone'] as const)[index % 5] ?? 'counter';
    const { arrivedAt, ...whose } = visit;
    const atCounter = arrivedAt + 2 * hour + 20 * minute;
    const later = arrivedAt + 3 * dayMs + 35 * minute;
    if (channel !== 'counter' && later < now)
      return [{ ...plain, ...whose, kind: 'service' as const, channel, at: later }];
    // now and then somebody only presses the buttons
    const known = index % 20 === 7 ? plain : { ...plain, ...whose };
    return [{ ...known, kind: 'service' as const, channel: 'counter' as const, at: atCounter }];
  }).flat();
};

/** Who took a new car home within the year was given the paper with it. */
const bought = ({ plan, dates, customerId, vehicleId }: DemoBuild): DemoResponse[] => {
  const found: DemoResponse[] = [];
  for (let vehicle = plan.vehicles - 1; vehicle >= 0 && found.length < purchases; vehicle--) {
    const delivered = plan.delivery[vehicle] ?? 0;
    const age = plan.today - delivered;
    if (plan.purchasedHere[vehicle] !== 1 || age < 2 || age > 360) continue;
    const whose = { customerId: customerId(plan.owner[vehicle] ?? 0), vehicleId: vehicleId(vehicle) };
    const at = dates.instant(delivered, 16 * 60 + 30);
    found.push({ ...plain, ...whose, kind: 'purchase', channel: 'paper', at });
  }
  return found;
};

/** 深访 of the last four quarters, some by phone, some over a cup of tea. */
const interviews = ({ plan, dates, customerId }: DemoBuild): DemoResponse[] => {
  const asked = few(4 * interviewsOfQuarter, Math.floor(plan.customers * 0.5));
  return asked.map((customer, index) => {
    const daysAgo = 6 + Math.floor((index * 350) / asked.length);
    const at = dates.instant(plan.today - daysAgo, 10 * 60 + ((index * 41) % 360));
    const channel = index % 3 === 0 ? ('visit' as const) : ('phone' as const);
    return { ...plain, customerId: customerId(customer), kind: 'interview', channel, at };
  });
};

interface Complained {
  readonly id: string;
  readonly customerId: string;
  readonly vehicleId: string | null;
  readonly receivedAt: number;
}

/** Complaints that came out of such a call. */
const complained = ({ connection }: DemoBuild): DemoResponse[] =>
  connection
    .prepare<[], Complained>(
      `SELECT id, customerId, vehicleId, receivedAt FROM complaint
       WHERE channel IN ('survey', 'phone') AND customerId IS NOT NULL
       ORDER BY channel = 'survey' DESC, receivedAt DESC LIMIT 4`,
    )
    .all()
    .map(({ id, receivedAt, ...whose }) => ({
      ...{ ...plain, ...whose, kind: 'service', channel: 'phone', at: receivedAt - 12 * minute },
      ...{ mood: 'poor', complaint: { id, at: receivedAt } },
    }));

/** Who called back, when, and what was said; null where nobody did yet. */
const followUp = ({ at, customerId, complaint }: DemoResponse, index: number, now: number) => {
  if (complaint) return { at: complaint.at, by: '何静', note: null };
  if (customerId === null || now - at < waitingDays * dayMs) return null;
  const after = index % 7 === 3 ? 50 * hour : (1 + (index % 5)) * hour;
  return { at: at + after, by: '陈刚', note: '已电话致歉并了解情况，客户表示理解，下次到店由经理接待。' };
};

/** The latest of those that became no complaint, so that a manager has some to call and some to be glad of. */
const latestMoods: readonly Mood[] = ['poor', 'glad', 'poor', 'fine', 'glad', 'poor'];

/** 答卷 of a year to the three shipped questionnaires: ratings by every channel, a few bad ones that wait, some that became complaints. */
export const writeSurveys = (build: DemoBuild): void => {
  const { connection, ids, plan, random, now } = build;
  if (plan.customers < fewestCustomers) return;
  const questionnaires = connection
    .prepare<[], { id: string; questions: string }>('SELECT id, questions FROM questionnaire ORDER BY position')
    .all()
    .map(({ id, questions }) => ({ id, questions: JSON.parse(questions) as SurveyQuestion[] }));
  const responses = bulkInsert(connection, 'surveyResponse', [
    ...[
      'id',
      'questionnaireId',
      'channel',
      'at',
      'day',
      'customerId',
      'vehicleId',
      'visitId',
      'nps',
      'satisfactionCenti',
    ],
    ...['bad', 'followedAt', 'followedBy', 'followNote', 'complaintId', 'createdAt', 'byName', 'version'],
  ]);
  const given = bulkInsert(connection, 'surveyAnswer', [
    ...['responseId', 'questionId', 'position', 'kind', 'text', 'options', 'score', 'words'],
  ]);
  const all = [...services(build), ...bought(build), ...interviews(build), ...complained(build)]
    .filter(({ at }) => at < now)
    .toSorted((a, b) => a.at - b.at);
  const latest = all.filter(({ customerId, complaint }) => customerId !== null && complaint === null).toReversed();
  const moodOf = (response: DemoResponse): Mood =>
    response.mood ?? latestMoods[latest.indexOf(response)] ?? random.pick(moods);
  connection.exec('BEGIN');
  const answered = all.flatMap((response, index) => {
    const questionnaire = questionnaires[kinds[response.kind]];
    if (!questionnaire) return [];
    random.begin(streams.survey, index);
    const matter = response.kind === 'purchase' ? 'purchase' : 'service';
    const answers = demoAnswers(questionnaire.questions, { mood: moodOf(response), matter }, random);
    const id = ids(idKinds.surveyResponse, index, response.at);
    const { nps, satisfactionCenti, bad } = summaryOf(answers, defaultSettings.surveyTerms);
    const followed = bad ? followUp(response, index, now) : null;
    const { channel, at, customerId, vehicleId, visitId, complaint } = response;
    responses.add([
      ...[id, questionnaire.id, channel, at, dayOf(at, defaultTimeZone), customerId, vehicleId, visitId],
      ...[nps, satisfactionCenti, bad ? 1 : 0, followed?.at ?? null, followed?.by ?? null, followed?.note ?? null],
      ...[complaint?.id ?? null, at, channel === 'counter' ? '周凯' : '何静', followed ? 2 : 1],
    ]);
    return [{ id, answers }];
  });
  responses.flush();
  for (const { id, answers } of answered) {
    for (const { questionId, position, kind, text, options, score, words } of answers) {
      given.add([id, questionId, position, kind, text, JSON.stringify(options), score, words]);
    }
  }
  given.flush();
  connection.exec('COMMIT');
};

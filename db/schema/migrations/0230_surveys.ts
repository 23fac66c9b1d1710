import { type Kysely, sql } from 'kysely';

/**
 * Questionnaires (问卷) and what customers answered (答卷).
 *
 * - An answer keeps the words and the options as they were asked: a questionnaire may be reworded afterwards.
 * - `bad` is decided when it is recorded, by the setting of that day; `followedAt` says that somebody has spoken with them about it.
 * - The rules gain three: the rating after a service, what is said to who was not content, and the quarter's deep interviews.
 */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`CREATE TABLE questionnaire (
    id TEXT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    intro TEXT NOT NULL,
    thanks TEXT NOT NULL,
    questions TEXT NOT NULL CHECK (json_valid(questions)),
    active INTEGER NOT NULL DEFAULT 1,
    position INTEGER NOT NULL,
    createdAt INTEGER NOT NULL,
    updatedAt INTEGER NOT NULL,
    byName TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    deletedAt INTEGER
  ) STRICT`.execute(db);

  await sql`CREATE TABLE surveyResponse (
    id TEXT PRIMARY KEY NOT NULL,
    questionnaireId TEXT NOT NULL REFERENCES questionnaire (id),
    channel TEXT NOT NULL CHECK (channel IN ('phone', 'counter', 'paper', 'visit')),
    at INTEGER NOT NULL,
    day TEXT NOT NULL,
    customerId TEXT REFERENCES customer (id),
    vehicleId TEXT REFERENCES vehicle (id),
    visitId TEXT REFERENCES visit (id),
    contactId TEXT REFERENCES contact (id),
    nps INTEGER CHECK (nps BETWEEN 0 AND 10),
    satisfactionCenti INTEGER CHECK (satisfactionCenti BETWEEN 100 AND 500),
    bad INTEGER NOT NULL DEFAULT 0,
    followedAt INTEGER,
    followedBy TEXT,
    followNote TEXT,
    complaintId TEXT REFERENCES complaint (id),
    createdAt INTEGER NOT NULL,
    byName TEXT NOT NULL,
    removedReason TEXT,
    version INTEGER NOT NULL DEFAULT 1,
    deletedAt INTEGER,
    CHECK (followedAt IS NULL OR bad = 1)
  ) STRICT`.execute(db);
  await sql`CREATE INDEX surveyResponseAt ON surveyResponse (at, id) WHERE deletedAt IS NULL`.execute(db);
  await sql`CREATE INDEX surveyResponseDay ON surveyResponse (day) WHERE deletedAt IS NULL`.execute(db);
  await sql`CREATE INDEX surveyResponseWaits ON surveyResponse (at)
    WHERE bad = 1 AND followedAt IS NULL AND customerId IS NOT NULL AND deletedAt IS NULL`.execute(db);
  await sql`CREATE INDEX surveyResponseBad ON surveyResponse (at, id) WHERE bad = 1 AND deletedAt IS NULL`.execute(db);
  await sql`CREATE INDEX surveyResponseQuestionnaire ON surveyResponse (questionnaireId) WHERE deletedAt IS NULL`.execute(
    db,
  );
  await sql`CREATE INDEX surveyResponseCustomer ON surveyResponse (customerId, at) WHERE customerId IS NOT NULL`.execute(
    db,
  );
  await sql`CREATE INDEX surveyResponseVehicle ON surveyResponse (vehicleId) WHERE vehicleId IS NOT NULL`.execute(db);
  await sql`CREATE INDEX surveyResponseVisit ON surveyResponse (visitId) WHERE visitId IS NOT NULL`.execute(db);
  await sql`CREATE INDEX surveyResponseComplaint ON surveyResponse (complaintId) WHERE complaintId IS NOT NULL`.execute(
    db,
  );
  await sql`CREATE INDEX surveyResponseContact ON surveyResponse (contactId) WHERE contactId IS NOT NULL`.execute(db);

  await sql`CREATE TABLE surveyAnswer (
    responseId TEXT NOT NULL REFERENCES surveyResponse (id),
    questionId TEXT NOT NULL,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('nps', 'satisfaction', 'choice', 'words')),
    text TEXT NOT NULL,
    options TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(options)),
    score INTEGER,
    words TEXT,
    PRIMARY KEY (responseId, questionId)
  ) STRICT, WITHOUT ROWID`.execute(db);

  await sql`ALTER TABLE taskRule ADD COLUMN questionnaireId TEXT REFERENCES questionnaire (id)`.execute(db);

  for (const [at, { name, intro, thanks, questions }] of shipped.entries()) {
    await sql`INSERT INTO questionnaire (id, name, intro, thanks, questions, position, createdAt, updatedAt, byName)
      VALUES (${questionnaireId(at)}, ${name}, ${intro}, ${thanks}, ${JSON.stringify(
        questions.map((question, index) => ({ id: `q${index + 1}`, options: [], required: true, ...question })),
      )}, ${at + 1}, 0, 0, 'CareDesk')`.execute(db);
  }
  const { rows } = await sql<{ last: number | null }>`SELECT max(position) AS last FROM taskRule`.execute(db);
  for (const [at, rule] of rules.entries()) {
    const { name, trigger, purpose, owner, hours, keep, every, most, form, questionnaire, script } = rule;
    await sql`INSERT INTO taskRule (id, name, kind, trigger, audience, channel, purpose, owner, termHours, keepDays, everyDays, mostPerDay,
        script, form, questionnaireId, active, position, createdAt, updatedAt, byName)
      VALUES (${`00000000-0000-7000-8000-0000000003${String(at + 1).padStart(2, '0')}`}, ${name}, ${trigger.kind},
        ${JSON.stringify(trigger)}, ${JSON.stringify({ kind: null, members: 'any', tiers: [], series: [], tags: [] })},
        'call', ${purpose}, ${owner}, ${hours}, ${keep}, ${every}, ${most}, ${script}, ${form},
        ${questionnaire === null ? null : questionnaireId(questionnaire)}, 1, ${(rows[0]?.last ?? 0) + at + 1}, 0, 0,
        'CareDesk')`.execute(db);
  }
};

const questionnaireId = (at: number): string => `00000000-0000-7000-8000-0000000004${String(at + 1).padStart(2, '0')}`;

const nps = { kind: 'nps', text: '您有多大可能向亲友推荐我们店？（0 完全不会，10 一定会）' } as const;
const why = { kind: 'words', text: '给出这个分数的主要原因是什么？', required: false } as const;

/** S1, S2: a rating after each service, deep interviews, satisfaction with the purchase. */
const shipped = [
  {
    name: '服务满意度',
    intro: '耽误您一分钟，想请您评价一下这次到店的服务，帮助我们做得更好。',
    thanks: '感谢您的评价，祝您用车愉快！',
    questions: [
      { kind: 'satisfaction', text: '您对这次服务总体满意吗？' },
      nps,
      { kind: 'satisfaction', text: '服务顾问的接待和解释，您满意吗？', required: false },
      { kind: 'choice', text: '故障或保养项目是否一次解决？', options: ['是', '否', '还不清楚'], required: false },
      why,
    ],
  },
  {
    name: '购车满意度',
    intro: '感谢您选择我们，想请您评价一下购车和交车的过程。',
    thanks: '感谢您的评价，祝您一路平安！',
    questions: [
      { kind: 'satisfaction', text: '您对购车过程总体满意吗？' },
      { kind: 'satisfaction', text: '交车时的讲解和交接，您满意吗？' },
      nps,
      why,
    ],
  },
  {
    name: '季度深访',
    intro: '您是我们的老客户，想听听您的真实想法，大约需要五分钟。',
    thanks: '您说的我们都会认真研究，谢谢您！',
    questions: [
      nps,
      { kind: 'satisfaction', text: '过去三个月，您对我们的服务总体满意吗？' },
      {
        kind: 'choice',
        text: '下次保养或换车，您还会选择我们吗？',
        options: ['一定会', '可能会', '不确定', '可能不会'],
      },
      { kind: 'words', text: '我们哪一点做得最好？', required: false },
      { kind: 'words', text: '最希望我们改进的是什么？', required: false },
    ],
  },
] as const;

const rules = [
  {
    name: '服务后评分',
    trigger: {
      kind: 'visited',
      afterDays: 3,
      categories: ['maintenanceLabour', 'repairLabour', 'bodyPaint', 'accident'],
      first: false,
    },
    ...{ purpose: 'care', owner: 'service', hours: 48, keep: 7, every: 90, most: 30, form: 'survey', questionnaire: 0 },
    script: '{称呼}您好，我是{门店}。您的{车牌}前几天在我店做了服务，想请您用一分钟评个分。',
  },
  {
    name: '不满意跟进',
    trigger: { kind: 'detractor' },
    ...{
      purpose: 'duty',
      owner: 'manager',
      hours: 24,
      keep: 14,
      every: 0,
      most: 200,
      form: 'none',
      questionnaire: null,
    },
    script: '{称呼}您好，我是{门店}的经理。您上次给我们的评价我看到了，很抱歉没有让您满意，想听听您的具体情况。',
  },
  {
    name: '季度深访',
    trigger: { kind: 'sample', everyMonths: 3, count: 20, seenMonths: 12 },
    ...{
      purpose: 'care',
      owner: 'manager',
      hours: 720,
      keep: 60,
      every: 365,
      most: 20,
      form: 'survey',
      questionnaire: 2,
    },
    script: '{称呼}您好，我是{门店}的经理。您是我们的老客户，想听听您对我们服务的真实想法，方便聊五分钟吗？',
  },
] as const;

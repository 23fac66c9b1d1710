import { type Kysely, sql } from 'kysely';

/**
 * Rules that find whom to call (回访规则), the tasks that they made (回访任务), and what came of each contact (联系记录).
 *
 * - A task's `key` is rule, subject and occasion: however often a rule is asked, one occasion is one task.
 * - `contact` is the log of calls, letters and messages; `contactTask` says which tasks one was about.
 * - `taskRun` holds the day on which the rules were last asked in full.
 * - The store begins with the journey that the trade knows; each rule may be changed or taken away.
 */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`CREATE TABLE taskRule (
    id TEXT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    trigger TEXT NOT NULL CHECK (json_valid(trigger)),
    audience TEXT NOT NULL CHECK (json_valid(audience)),
    channel TEXT NOT NULL CHECK (channel IN ('call', 'letter', 'message')),
    purpose TEXT NOT NULL CHECK (purpose IN ('duty', 'care', 'marketing')),
    owner TEXT NOT NULL,
    termHours INTEGER NOT NULL CHECK (termHours BETWEEN 1 AND 720),
    keepDays INTEGER NOT NULL CHECK (keepDays BETWEEN 1 AND 90),
    everyDays INTEGER NOT NULL DEFAULT 0,
    mostPerDay INTEGER NOT NULL CHECK (mostPerDay BETWEEN 1 AND 2000),
    script TEXT NOT NULL,
    form TEXT NOT NULL DEFAULT 'none',
    active INTEGER NOT NULL DEFAULT 1,
    fromDay TEXT,
    position INTEGER NOT NULL,
    createdAt INTEGER NOT NULL,
    updatedAt INTEGER NOT NULL,
    byName TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    deletedAt INTEGER
  ) STRICT`.execute(db);

  await sql`CREATE TABLE task (
    id TEXT PRIMARY KEY NOT NULL,
    ruleId TEXT NOT NULL REFERENCES taskRule (id),
    key TEXT NOT NULL UNIQUE,
    customerId TEXT NOT NULL REFERENCES customer (id),
    vehicleId TEXT REFERENCES vehicle (id),
    membershipId TEXT REFERENCES membership (id),
    subjectId TEXT,
    channel TEXT NOT NULL,
    purpose TEXT NOT NULL,
    occasionDay TEXT NOT NULL,
    dueAt INTEGER NOT NULL,
    lastDay TEXT NOT NULL,
    ownerId TEXT REFERENCES staff (id),
    state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'done', 'ended', 'lapsed', 'dropped')),
    endReason TEXT,
    tries INTEGER NOT NULL DEFAULT 0,
    nextAt INTEGER,
    day TEXT NOT NULL,
    createdAt INTEGER NOT NULL,
    updatedAt INTEGER NOT NULL,
    closedAt INTEGER,
    closedBy TEXT,
    note TEXT,
    version INTEGER NOT NULL DEFAULT 1,
    deletedAt INTEGER,
    CHECK ((state = 'open') = (closedAt IS NULL))
  ) STRICT`.execute(db);
  await sql`CREATE INDEX taskOpen ON task (channel, customerId, dueAt) WHERE state = 'open' AND deletedAt IS NULL`.execute(
    db,
  );
  await sql`CREATE INDEX taskLapsing ON task (lastDay) WHERE state = 'open' AND deletedAt IS NULL`.execute(db);
  await sql`CREATE INDEX taskCustomer ON task (customerId, createdAt)`.execute(db);
  await sql`CREATE INDEX taskRuleDay ON task (ruleId, day, state)`.execute(db);
  await sql`CREATE INDEX taskVehicle ON task (vehicleId) WHERE vehicleId IS NOT NULL`.execute(db);
  await sql`CREATE INDEX taskMembership ON task (membershipId) WHERE membershipId IS NOT NULL`.execute(db);

  await sql`CREATE TABLE contact (
    id TEXT PRIMARY KEY NOT NULL,
    customerId TEXT NOT NULL REFERENCES customer (id),
    at INTEGER NOT NULL,
    day TEXT NOT NULL,
    staffId TEXT REFERENCES staff (id),
    byName TEXT NOT NULL,
    channel TEXT NOT NULL,
    outcome TEXT NOT NULL,
    note TEXT,
    nextAt INTEGER,
    complaintId TEXT REFERENCES complaint (id),
    promiseId TEXT REFERENCES promise (id),
    purposes TEXT NOT NULL DEFAULT '[]',
    version INTEGER NOT NULL DEFAULT 1,
    deletedAt INTEGER
  ) STRICT`.execute(db);
  await sql`CREATE INDEX contactCustomer ON contact (customerId, at)`.execute(db);
  await sql`CREATE INDEX contactDay ON contact (day, at)`.execute(db);

  await sql`CREATE TABLE contactTask (
    contactId TEXT NOT NULL REFERENCES contact (id),
    taskId TEXT NOT NULL REFERENCES task (id),
    PRIMARY KEY (contactId, taskId)
  ) STRICT, WITHOUT ROWID`.execute(db);
  await sql`CREATE INDEX contactTaskTask ON contactTask (taskId)`.execute(db);

  await sql`CREATE TABLE taskRun (one INTEGER PRIMARY KEY CHECK (one = 1), day TEXT, at INTEGER) STRICT`.execute(db);
  await sql`INSERT INTO taskRun (one, day, at) VALUES (1, NULL, NULL)`.execute(db);

  // 驾驶证有效期止
  await sql`ALTER TABLE customer ADD COLUMN licenceEndDay TEXT`.execute(db);
  await sql`CREATE INDEX customerLicence ON customer (licenceEndDay) WHERE licenceEndDay IS NOT NULL AND deletedAt IS NULL`.execute(
    db,
  );
  // the day's list asks for the newest word of thousands of customers: the index has all that it needs
  await sql`DROP INDEX consentCustomer`.execute(db);
  await sql`CREATE INDEX consentCustomer ON consent (customerId, purpose, at, id, state)`.execute(db);
  // what a rule looks for by a day of its own; vehicles it walks through, for two more indexes of them would make every import wait
  await sql`CREATE INDEX relationBirthday ON relation (birthMonth, birthDay) WHERE birthMonth IS NOT NULL AND deletedAt IS NULL`.execute(
    db,
  );

  // the print log takes a vehicle's plan, and letters, envelopes and call sheets by their number: to whom they went is a contact of each
  await sql`CREATE TABLE printLogWider (
    id TEXT PRIMARY KEY NOT NULL,
    document TEXT NOT NULL CHECK (document IN
      ('card', 'slip', 'statementA5', 'statement80', 'complaint', 'servicePlan', 'letter', 'envelope', 'callSheet',
        'calibration')),
    cardId TEXT REFERENCES memberCard (id),
    voucherId TEXT REFERENCES voucher (id),
    membershipId TEXT REFERENCES membership (id),
    complaintId TEXT REFERENCES complaint (id),
    vehicleId TEXT REFERENCES vehicle (id),
    pieces INTEGER,
    printerId TEXT REFERENCES printer (id),
    batchId TEXT,
    reason TEXT,
    day TEXT NOT NULL,
    at INTEGER NOT NULL,
    byName TEXT NOT NULL
  ) STRICT`.execute(db);
  await sql`INSERT INTO printLogWider (id, document, cardId, voucherId, membershipId, complaintId, printerId, batchId, reason, day, at, byName)
    SELECT id, document, cardId, voucherId, membershipId, complaintId, printerId, batchId, reason, day, at, byName FROM printLog`.execute(
    db,
  );
  await sql`DROP TABLE printLog`.execute(db);
  await sql`ALTER TABLE printLogWider RENAME TO printLog`.execute(db);
  await sql`CREATE INDEX printLogCard ON printLog (cardId, at) WHERE cardId IS NOT NULL`.execute(db);
  await sql`CREATE INDEX printLogAt ON printLog (at)`.execute(db);
  for (const what of ['UPDATE', 'DELETE']) {
    await sql`CREATE TRIGGER ${sql.ref(`printLogNo${what}`)} BEFORE ${sql.raw(what)} ON printLog
      BEGIN SELECT RAISE(ABORT, 'append-only'); END`.execute(db);
  }

  for (const [position, rule] of journey.entries()) {
    const { name, trigger, channel, purpose, owner, hours, keep, every, most, script, form, active } = rule;
    await sql`INSERT INTO taskRule (id, name, kind, trigger, audience, channel, purpose, owner, termHours, keepDays, everyDays, mostPerDay,
        script, form, active, position, createdAt, updatedAt, byName)
      VALUES (${`00000000-0000-7000-8000-0000000002${String(position + 1).padStart(2, '0')}`}, ${name}, ${trigger.kind},
        ${JSON.stringify(trigger)}, ${JSON.stringify({ kind: null, members: rule.members ?? 'any', tiers: [], series: [], tags: [] })},
        ${channel}, ${purpose}, ${owner}, ${hours}, ${keep}, ${every ?? 0}, ${most ?? 100}, ${script}, ${form ?? 'none'},
        ${active ?? 1}, ${position + 1}, 0, 0, 'CareDesk')`.execute(db);
  }
};

interface ShippedRule {
  readonly name: string;
  readonly trigger: { readonly kind: string } & Readonly<Record<string, unknown>>;
  readonly members?: 'members' | 'others';
  readonly channel: 'call' | 'letter' | 'message';
  readonly purpose: 'duty' | 'care' | 'marketing';
  readonly owner: 'service' | 'manager' | 'reception' | 'adviser';
  readonly hours: number;
  readonly keep: number;
  readonly every?: number;
  readonly most?: number;
  readonly script: string;
  readonly form?: 'firstCall';
  readonly active?: 0;
}

const service = { channel: 'call', purpose: 'care', owner: 'service' } as const;
const greeting = { channel: 'message', purpose: 'care', owner: 'service' } as const;

/** S1 rows 17–20, 27, 28; S2: first service. Terms in hours, days it stays on the list, days between two of one rule. */
const journey: readonly ShippedRule[] = [
  {
    ...{
      name: '承诺到期',
      trigger: { kind: 'promise', leadDays: 0 },
      channel: 'call',
      purpose: 'duty',
      owner: 'service',
    },
    ...{ hours: 8, keep: 30, most: 500 },
    script: '{称呼}您好，我是{门店}。之前答应您的事今天给您回复：',
  },
  {
    ...{ name: '投诉回访', trigger: { kind: 'askBack' }, channel: 'call', purpose: 'duty', owner: 'service' },
    ...{ hours: 24, keep: 30, most: 500 },
    script: '{称呼}您好，我是{门店}。上次您反映的问题我们已经处理，想请问现在是否真正解决了？您对处理结果满意吗？',
  },
  {
    ...{
      name: '交车致谢首次电话',
      trigger: { kind: 'delivered', afterDays: 0 },
      channel: 'call',
      purpose: 'care',
      owner: 'manager',
    },
    ...{ hours: 24, keep: 7, form: 'firstCall' },
    script:
      '{称呼}您好，我是{门店}的销售经理。感谢您选择我们的{车型}。用车上有不清楚的地方吗？接待您的同事做得怎么样，有什么建议？有没有不满意的地方需要我们马上处理？上牌是否需要协助？',
  },
  {
    ...{
      name: '交车感谢信',
      trigger: { kind: 'delivered', afterDays: 0 },
      channel: 'letter',
      purpose: 'care',
      owner: 'service',
    },
    ...{ hours: 24, keep: 7 },
    script:
      '尊敬的{称呼}：\n\n感谢您选择{门店}，祝贺您成为{车型}的车主。从今天起，您的专属服务团队随时为您服务：用车疑问、保养预约、道路救援，一个电话就好。\n\n祝您一路平安，阖家幸福。',
  },
  {
    ...{ ...service, name: '购车后回访', trigger: { kind: 'delivered', afterDays: 7 }, hours: 48, keep: 10 },
    script: '{称呼}您好，我是{门店}。您的{车型}开了一周，感觉怎么样？有需要我们协助的地方吗？',
  },
  {
    ...{ ...service, name: '维修后回访', hours: 48, keep: 7, most: 200 },
    trigger: { kind: 'visited', afterDays: 3, categories: ['repairLabour', 'bodyPaint', 'accident'], first: false },
    script: '{称呼}您好，我是{门店}。您的{车牌}前几天在我店维修，故障是否已经排除？对我们的服务满意吗？',
  },
  {
    ...{ ...service, name: '首保后回访', hours: 48, keep: 7 },
    trigger: { kind: 'visited', afterDays: 3, categories: ['maintenanceLabour'], first: true },
    script: '{称呼}您好，我是{门店}。您的{车牌}做完首次保养，开起来怎么样？下次保养我们会提前提醒您。',
  },
  {
    ...{ ...service, name: '保养到期提醒', trigger: { kind: 'serviceDue', leadDays: 14, everyKm: 10_000 } },
    ...{ hours: 168, keep: 30, every: 60, most: 200 },
    script: '{称呼}您好，我是{门店}。您的{车牌}预计{日期}前后该做保养了，现在预约可以免等待，您看哪天方便？',
  },
  {
    ...{
      ...service,
      name: '保险到期提醒',
      trigger: { kind: 'insuranceEnd', leadDays: [90, 60, 30, 7] },
      hours: 72,
      keep: 20,
      most: 200,
    },
    script:
      '{称呼}您好，我是{门店}。您的{车牌}保险将于{日期}到期，还有{天数}天。我们可以为您比较几家保险公司的报价，您看方便吗？',
  },
  {
    ...{
      ...service,
      name: '年检到期提醒',
      trigger: { kind: 'inspectionDue', leadDays: [60, 15] },
      hours: 72,
      keep: 30,
      most: 200,
    },
    script: '{称呼}您好，我是{门店}。您的{车牌}年检将于{日期}到期，还有{天数}天，我们可以代办，您看需要吗？',
  },
  {
    ...{ ...service, name: '驾驶证到期提醒', trigger: { kind: 'licenceEnd', leadDays: [60, 15] }, hours: 72, keep: 30 },
    script: '{称呼}您好，我是{门店}。您的驾驶证将于{日期}到期，到期前 90 天内可以换证，我们可以协助办理。',
  },
  {
    ...{
      ...greeting,
      name: '生日祝福',
      trigger: { kind: 'birthday', family: false, leadDays: 0 },
      hours: 12,
      keep: 1,
      most: 500,
    },
    script: '{称呼}，今天是您的生日，{门店}全体同事祝您生日快乐，平安顺意！',
  },
  {
    ...{
      ...greeting,
      name: '家人生日祝福',
      trigger: { kind: 'birthday', family: true, leadDays: 0 },
      hours: 12,
      keep: 1,
      most: 500,
    },
    script: '{称呼}您好，今天是{家人}的生日，{门店}祝{家人}生日快乐，祝您全家幸福安康！',
  },
  {
    ...{
      ...greeting,
      name: '春节祝福',
      trigger: { kind: 'festival', calendar: 'lunar', month: 1, date: 1, leadDays: 1 },
    },
    ...{ members: 'members', hours: 36, keep: 3, most: 2000 },
    script: '{称呼}，{门店}给您拜年了！祝您和家人新春快乐，出行平安，万事如意！',
  },
  {
    ...{
      ...greeting,
      name: '中秋祝福',
      trigger: { kind: 'festival', calendar: 'lunar', month: 8, date: 15, leadDays: 0 },
    },
    ...{ members: 'members', hours: 12, keep: 1, most: 2000 },
    script: '{称呼}，{门店}祝您中秋快乐，阖家团圆！',
  },
  {
    ...{
      ...service,
      name: '会员卡到期提醒',
      trigger: { kind: 'cardEnd', leadDays: [30, 7] },
      members: 'members',
      hours: 72,
      keep: 20,
    },
    script: '{称呼}您好，我是{门店}。您的{卡级}将于{日期}到期，续会后权益和积分继续有效，您看现在为您办理吗？',
  },
  {
    ...{
      ...service,
      name: '积分到期提醒',
      trigger: { kind: 'pointsLapse', leadDays: [30], leastPoints: 500 },
      members: 'members',
    },
    ...{ hours: 168, keep: 30 },
    script: '{称呼}您好，我是{门店}。您有{积分}积分将于{日期}到期，可以兑换工时券、礼品，别忘了使用。',
  },
  {
    ...{
      ...service,
      name: '久未到店关怀',
      trigger: { kind: 'noVisit', months: [6, 12, 13, 18, 24], afterFirst: false },
    },
    ...{ hours: 168, keep: 30, every: 60, most: 100 },
    script:
      '{称呼}您好，我是{门店}。您的{车牌}有段时间没来店了，车况还好吗？我们为您准备了一次免费检测，您看什么时候方便？',
  },
  {
    ...{ ...service, name: '首保后半年未到店', trigger: { kind: 'noVisit', months: [6], afterFirst: true } },
    ...{ hours: 168, keep: 30, every: 60, most: 100 },
    script: '{称呼}您好，我是{门店}。您的{车牌}首保后已有半年，最近用车有什么需要我们帮忙的吗？',
  },
  {
    ...{ name: '置换邀约', trigger: { kind: 'tradeIn' }, channel: 'call', purpose: 'marketing', owner: 'adviser' },
    ...{ hours: 168, keep: 30, every: 365, most: 50 },
    script:
      '{称呼}您好，我是{门店}。您的{车型}陪伴您多年了，最近置换有专项补贴，我们可以先为您的爱车免费估价，欢迎来店试驾新车。',
  },
];

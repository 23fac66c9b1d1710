import type { CustomerPage } from '../../db/contract/customerViews.ts';
import type { Call } from './sampleDay.ts';

/** Keeps a file under that name, by the API; gives the id of the upload. */
export type Upload = (content: Buffer) => Promise<string>;

/** The complaints that screens are opened on, one of every kind. */
export interface ComplaintSubjects {
  /** a customer with an open complaint and a promise; the part it is about */
  readonly customer: string;
  readonly part: string;
  /** the third of the same trouble, under investigation, with files and a promise */
  readonly twin: string;
  /** nobody answered, both terms are over, and nobody has said why */
  readonly late: string;
  readonly waiting: string;
  readonly proposed: string;
  /** agreed, with compensations and measures */
  readonly agreed: string;
  readonly done: string;
  readonly askedBack: string;
  readonly closed: string;
  /** of somebody not on file, referred by an authority, just received */
  readonly stranger: string;
}

export const noComplaints: ComplaintSubjects = {
  customer: '',
  part: '',
  twin: '',
  late: '',
  waiting: '',
  proposed: '',
  agreed: '',
  done: '',
  askedBack: '',
  closed: '',
  stranger: '',
};

interface Staff {
  readonly id: string;
  readonly role: string;
}

interface Owner {
  readonly customerId: string;
  readonly vehicleId: string;
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const part = '鼓风机';

/** A chequered picture, 160 × 160. */
const photo = Buffer.from(
  [
    'iVBORw0KGgoAAAANSUhEUgAAAKAAAACgCAAAAACupDjxAAAAmklEQVR42u3YsQ0AMAgDQcZmsAxI7x4lio6W5sqXq+NO3O1/AQIC',
    'AgICAgICrgJfA+UfEBAQEBAQEBBwF6ioAQEBAQEBAQHtg4oaEBAQEBAQENA+qKgBAQEBAQEBAe2DihoQEBAQEBAQ0D6oqAEBAQEB',
    'AQEB7YOKGhAQEBAQEBDQPqioAQEBAQEBAQHtg4oaEBAQEBAQEPB74ACqtJtnIyixHAAAAABJRU5ErkJggg==',
  ].join(''),
  'base64',
);

/**
 * Complaints at every step, on top of the sample store: some told hours or months ago, for the time at which one was received may be
 * set back.
 *
 * @param call as a manager
 */
export const sampleComplaints = async (call: Call, upload: Upload): Promise<ComplaintSubjects> => {
  const staff = (await call<{ rows: readonly Staff[] }>('staff.list')).rows;
  const manager = staff.find(({ role }) => role === 'manager') ?? staff[0];
  const officer = staff.find(({ role }) => role === 'service') ?? staff[0];
  if (!manager || !officer) throw new Error('nobody works in the sample store');
  const owners = await carOwners(call, 8);
  const at = (index: number): Owner => {
    const owner = owners[index];
    if (!owner) throw new Error('the sample store has too few customers');
    return owner;
  };
  const deeds = deedsOf(call, manager.id);
  const add = async (ago: number, facts: object): Promise<string> =>
    (await call<{ id: string }>('complaints.add', { ...facts, ownerId: officer.id, receivedAt: Date.now() - ago })).id;

  const aircon = { category: 'product.aircon', department: 'service', channel: 'phone', part };
  const first = await add(131 * day, { ...at(1), ...aircon, title: '空调异响', what: '开二档就响，像有叶子在转。' });
  await deeds.through(first, 131 * day, '更换鼓风机', 'partDefect');
  const second = await add(69 * day, { ...at(0), ...aircon, title: '空调异响', what: '空调吹风有“哒哒”声。' });
  await deeds.through(second, 69 * day, '清洁风道，更换滤芯', 'misdiagnosis');
  const twin = await add(3 * hour, {
    ...at(0),
    ...aircon,
    severity: 'major',
    channel: 'counter',
    title: '空调异响返修两次未好',
    what: '空调二档有“哒哒”声，九月、十一月各修过一次，还是响。不想再跑第三趟。',
    remedy: '换新件，并补偿误工',
    about: '张强',
  });
  await deeds.contact(
    twin,
    'apology',
    '已向客户道歉，说明明天中午前给出方案。客户要求彻底修好。',
    3 * hour - 22 * minute,
  );
  await call('promises.add', {
    text: '回电给出方案',
    dueAt: Date.now() + 20 * hour,
    ownerId: officer.id,
    complaintId: twin,
    customerId: at(0).customerId,
  });
  await deeds.investigate(twin, '技师复测：鼓风机轴承异响，与九月更换件同批次。');
  for (const name of ['空调出风口.png', '旧件编号.png']) {
    await call('attachments.add', { subject: 'complaint', subjectId: twin, uploadId: await upload(photo), name });
  }

  const late = await add(26 * hour, {
    ...at(2),
    channel: 'wechat',
    category: 'sales.delivery',
    department: 'sales',
    title: '交车时间一再推迟',
    what: '原定上周五交车，推了三次，没有人主动告诉我。',
    remedy: '给一个准日子',
  });

  const service = { channel: 'phone', department: 'service' };
  const waiting = await add(5 * hour, {
    ...at(3),
    ...service,
    category: 'agency.rebate',
    department: 'insurance',
    title: '保险返点与说好的不一样',
    what: '买的时候说返八百，到账五百。',
  });
  await deeds.contact(waiting, 'contact', '说明要看当时的合同，客户说晚上发照片。', 4.5 * hour);
  await deeds.act('pause', waiting, { reason: 'papers', text: '等客户发合同照片' });

  const proposed = await add(4 * hour, {
    ...at(4),
    ...service,
    category: 'service.price',
    title: '收费没说清',
    what: '报价四百，结账六百二。',
  });
  await deeds.contact(proposed, 'apology', '已致歉，正在核对项目。', 3.8 * hour);
  await deeds.propose(proposed, '退还多收的 220 元，并送一次洗车。');

  const agreed = await add(9 * hour, {
    ...at(5),
    ...service,
    category: 'service.damage',
    severity: 'major',
    title: '洗车后漆面划痕',
    what: '提车发现右后门有三道划痕。',
  });
  await deeds.contact(agreed, 'apology', '已致歉，请客户到店查看。', 8.5 * hour);
  await deeds.propose(agreed, '右后门重新喷漆，提供代步车两天。');
  await deeds.act('answer', agreed, { accepted: true, text: '可以，周三送车来' });
  await call('complaints.compensate', {
    complaintId: agreed,
    reason: '两天误工',
    what: { kind: 'amount', amountFen: 30_000 },
  });
  const dueDay = dayOff(3);
  const action = await call<{ id: string }>('complaints.addAction', {
    complaintId: agreed,
    kind: 'preventive',
    text: '洗车线改用软毛刷，每周检查一次',
    ownerId: manager.id,
    dueDay,
    checkDay: dayOff(33),
  });
  await call('complaints.addAction', {
    complaintId: agreed,
    kind: 'corrective',
    text: '右后门喷漆',
    ownerId: officer.id,
    dueDay,
  });
  await call('complaints.doAction', { id: action.id, version: 1, day: dayOff(0) });

  const done = await add(20 * hour, {
    ...at(6),
    ...service,
    category: 'service.waiting',
    title: '保养等了四个小时',
    what: '预约十点，两点才做完，没人来说一声。',
  });
  await deeds.contact(done, 'apology', '已致歉，说明当天缺人。', 19.5 * hour);
  await deeds.propose(done, '赠一次免费保养工时。');
  await deeds.act('answer', done, { accepted: true });
  await deeds.act('finish', done, { text: '保养工时券已发，客户收到。' });

  const askedBack = await add(21 * hour, {
    ...at(7),
    ...service,
    category: 'staff',
    title: '电话里态度不好',
    what: '问配件到没到，被挂了电话。',
    about: '周凯',
  });
  await deeds.contact(askedBack, 'apology', '主管已致歉。', 20.7 * hour);
  await deeds.propose(askedBack, '当事人当面道歉，重新培训电话礼仪。');
  await deeds.act('answer', askedBack, { accepted: true });
  await deeds.act('finish', askedBack, { text: '已当面道歉。' });
  await deeds.act('askBack', askedBack, { answer: 'yes', channel: 'phone', text: '这次处理得挺快', score: 5 });

  const stranger = await add(30 * minute, {
    channel: 'authority',
    category: 'sales.contract',
    department: 'sales',
    severity: 'critical',
    title: '定金不退',
    what: '交了两千元定金，车没订到，店里不退。',
    remedy: '退还定金',
    strangerName: '梁女士',
    strangerPhone: '13712348888',
    authority: '朝阳区市场监督管理局',
    authorityDay: dayOff(0),
  });
  await call('promises.add', {
    text: '送原厂脚垫一套',
    dueAt: Date.now() + 2 * day,
    ownerId: officer.id,
    customerId: at(2).customerId,
  });
  return {
    customer: at(0).customerId,
    part,
    twin,
    late,
    waiting,
    proposed,
    agreed,
    done,
    askedBack,
    closed: first,
    stranger,
  };
};

const dayOff = (days: number): string => new Date(Date.now() + days * day + 8 * hour).toISOString().slice(0, 10);

/** People with a car of their own, those who were here last. */
const carOwners = async (call: Call, count: number): Promise<readonly Owner[]> => {
  const { rows } = await call<{ rows: { id: string }[] }>('customers.list', {
    filter: { kind: 'person' },
    sort: 'lastVisit',
    limit: 60,
  });
  const found: Owner[] = [];
  for (const { id } of rows) {
    if (found.length === count) break;
    const { vehicles } = await call<CustomerPage>('customers.get', { id });
    const [vehicle] = vehicles;
    if (vehicle?.plate) found.push({ customerId: id, vehicleId: vehicle.id });
  }
  return found;
};

const deedsOf = (call: Call, managerId: string) => {
  const versionOf = async (id: string): Promise<number> =>
    (await call<{ complaint: { version: number } }>('complaints.get', { id })).complaint.version;
  const act = async (deed: string, id: string, more: object): Promise<void> => {
    await call(`complaints.${deed}`, { id, version: await versionOf(id), ...more });
  };
  const contact = async (id: string, kind: 'contact' | 'apology', text: string, ago: number): Promise<void> => {
    await call('complaints.contact', { id, kind, channel: 'phone', text, at: Date.now() - ago });
  };
  const investigate = (id: string, text: string): Promise<void> => act('investigate', id, { text });
  const propose = async (id: string, text: string): Promise<void> => {
    await investigate(id, '已核对工单和当班人员。');
    await act('propose', id, { text, channel: 'phone' });
  };
  /** From long ago to the archive: late, and said why. */
  const through = async (id: string, ago: number, solution: string, cause: string): Promise<void> => {
    await contact(id, 'contact', '已联系客户，约到店检查。', ago - 20 * minute);
    await propose(id, solution);
    await act('answer', id, { accepted: true });
    await act('explainBreach', id, { clock: 'solve', reason: '配件缺货，等了两天', managerId });
    await act('finish', id, { text: solution });
    await act('askBack', id, { answer: 'yes', channel: 'phone', score: 4 });
    await act('close', id, { outcome: 'solved', cause });
  };
  return { act, contact, investigate, propose, through };
};

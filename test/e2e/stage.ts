import type { TFunction } from 'i18next';
import { type Locator, request } from 'playwright-core';
import type { CustomerPage } from '../../db/contract/customerViews.ts';
import { demoPassword } from '../../db/store/demo/accounts.ts';
import type { Language } from '../../renderer/lib/preferences.ts';
import { sampleFile, stageFile } from './feedSamples.ts';
import { boss, type DeskPage, type Journey } from './journey.ts';
import { type ComplaintSubjects, noComplaints, sampleComplaints, type Upload } from './sampleComplaints.ts';
import { type Call, sampleDay } from './sampleDay.ts';
import { samplePrints } from './samplePrints.ts';
import { sampleRewards } from './sampleRewards.ts';
import { noTasks, sampleTasks, type TaskSubjects } from './sampleTasks.ts';
import { textsIn } from './texts.ts';

/** Where a screen is shown: a desk, its language, and what there is to be opened. */
export interface Stage {
  readonly page: DeskPage;
  readonly t: TFunction;
  readonly subjects: Subjects;
}

/** What the sample store holds that screens are opened on. */
export interface Subjects {
  /** a member with two vehicles, visits, family, things due */
  readonly rich: string;
  readonly vehicle: string;
  /** two files of one customer, with much that differs */
  readonly twins: { readonly keepId: string; readonly dropId: string };
  /** had a car that is somebody else's now, and a file merged into this one */
  readonly storied: string;
  /** of the memberships: one with many points, and one that was joined today and has a record */
  readonly members: { readonly rich: string; readonly fresh: string };
  readonly complaints: ComplaintSubjects;
  readonly tasks: TaskSubjects;
  readonly staged: string;
  readonly applied: string;
  readonly undone: string;
  readonly refused: string;
}

export const noSubjects: Subjects = {
  rich: '',
  vehicle: '',
  twins: { keepId: '', dropId: '' },
  storied: '',
  members: { rich: '', fresh: '' },
  complaints: noComplaints,
  tasks: noTasks,
  staged: '',
  applied: '',
  undone: '',
  refused: '',
};

/** Makes a day's life, the imports of every state, and finds a customer with everything. */
export const prepareSubjects = async (page: DeskPage, dataDir: string): Promise<Subjects> => {
  await sampleDay(page.call, dataDir);
  await sampleRewards(page.call, await receptionCalls(page));
  const apply = async (fileName: string, text: string | Buffer, kind: 'customers' | 'members'): Promise<string> => {
    const { id } = await stageFile(page, kind, fileName, Buffer.from(text));
    await page.call('imports.apply', { importId: id });
    return id;
  };
  const applied = await apply('members-old-system.xlsx', sampleFile('members-old-system.xlsx'), 'members');
  const undone = await apply('one.csv', '姓名,手机\n陆游,13911113333\n', 'customers');
  await page.call('imports.undo', { importId: undone });
  const refused = await stageFile(page, 'customers', 'empty.csv', Buffer.from('\n'));
  const staged = await stageFile(page, 'customers', 'dms-customers.csv', sampleFile('dms-customers-gb18030.csv'));
  const rich = await richCustomer(page);
  const [vehicle] = rich.vehicles;
  const storiedId = await storied(page, rich.customer.id);
  const members = await memberships(page, storiedId);
  await samplePrints(page.call, members.rich);
  return {
    rich: rich.customer.id,
    vehicle: vehicle?.id ?? '',
    twins: await twins(page),
    storied: storiedId,
    members,
    complaints: await sampleComplaints(page.call, uploadBy(page)),
    tasks: await sampleTasks(page.call, dataDir),
    staged: staged.id,
    applied,
    undone,
    refused: refused.id,
  };
};

/** Calls of somebody who may not do everything, beside the page's own. */
const receptionCalls = async (page: DeskPage): Promise<Call> => {
  const asked = await request.newContext({ baseURL: new URL(page.url()).origin });
  await asked.post('/api/session/login', { data: { name: 'qiantai', password: demoPassword } });
  return async <Output>(entry: string, input: object = {}) => {
    const answer = await asked.post(`/rpc/${entry.replace('.', '/')}`, { data: { json: input } });
    const body: { json: Output } = await answer.json();
    if (!answer.ok()) throw new Error(`${entry}: ${JSON.stringify(body)}`);
    return body.json;
  };
};

const uploadBy =
  (page: DeskPage): Upload =>
  async (content) => {
    const sent = await page.request.post('/api/files', {
      data: content,
      headers: { 'content-type': 'application/octet-stream' },
    });
    const { uploadId }: { uploadId: string } = await sent.json();
    return uploadId;
  };

const richCustomer = async (page: DeskPage): Promise<CustomerPage> => {
  const { rows } = await page.call<{ rows: { id: string }[] }>('customers.list', { sort: 'lastVisit', limit: 200 });
  for (const { id } of rows) {
    const found = await page.call<CustomerPage>('customers.get', { id });
    if (found.card && found.vehicles.length > 1 && found.relations.length > 0 && found.due.length > 2) return found;
  }
  throw new Error('no customer of the sample store has everything');
};

const twins = async (page: DeskPage): Promise<Subjects['twins']> => {
  const shared = { name: '王建国', kind: 'person', gender: 'male' };
  const keep = await page.call<{ id: string }>('customers.add', {
    ...shared,
    phones: [{ number: '13911112222' }, { number: '13700001111' }],
    address: '朝阳区建国路 88 号',
    interests: ['打球', '自驾'],
    tags: ['老客户'],
    vehicle: { plate: '京A3K927', series: '轩逸' },
  });
  const drop = await page.call<{ id: string; vehicleId: string }>('customers.add', {
    ...shared,
    phones: [{ number: '13911112222' }],
    address: '海淀区中关村 1 号',
    birthday: { calendar: 'lunar', year: 1979, month: 10, day: 13 },
    wechat: 'wjg1979',
    interests: ['打牌'],
    tags: ['团购'],
    vehicle: { plate: '京N80516', series: '奇骏' },
  });
  await page.call('visits.add', {
    vehicleId: drop.vehicleId,
    arrivedAt: Date.now() - 86_400_000,
    lines: [{ category: 'maintenanceLabour', amountFen: 48_000 }],
  });
  return { keepId: keep.id, dropId: drop.id };
};

const storied = async (page: DeskPage, otherId: string): Promise<string> => {
  interface Added {
    readonly id: string;
    readonly vehicleId: string;
  }
  const day = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
  const add = (plate: string): Promise<Added> =>
    page.call<Added>('customers.add', {
      name: '吴承',
      phones: [{ number: '13655556666' }],
      vehicle: { plate, series: '天籁' },
    });
  const one = await add('京L5T608');
  const other = await add('京P0J559');
  await page.call('vehicles.transfer', { id: one.vehicleId, version: 1, toCustomerId: otherId, day });
  await page.call('vehicles.retire', { id: other.vehicleId, version: 1, status: 'scrapped', day });
  const { customer: keep } = await page.call<CustomerPage>('customers.get', { id: one.id });
  const { customer: drop } = await page.call<CustomerPage>('customers.get', { id: other.id });
  await page.call('duplicates.merge', {
    keepId: keep.id,
    dropId: drop.id,
    keepVersion: keep.version,
    dropVersion: drop.version,
  });
  return keep.id;
};

const memberships = async (page: DeskPage, customerId: string): Promise<Subjects['members']> => {
  const { rows } = await page.call<{ rows: { membershipId: string }[] }>('members.list', { sort: 'points', limit: 1 });
  const { membershipId } = await page.call<{ membershipId: string }>('members.join', {
    ...{ customerId, mode: 'fee', tier: 'gold', feeFen: 10_000, receiptNo: 'A-0012' },
  });
  await page.call('members.useBenefit', { membershipId, code: 'wash' });
  await page.call('members.addParticipation', {
    customerId,
    day: new Date(Date.now() - 86_400_000).toISOString().slice(0, 10),
    name: '爱车讲堂',
  });
  return { rich: rows[0]?.membershipId ?? '', fresh: membershipId };
};

/** True once the desk shows no screen at all, and nothing of the last one stays over it: no panel, menu, notice or typed word. */
const leaveScreen = async ({ page, t }: Stage): Promise<boolean> => {
  if (!(await page.evaluate(() => document.querySelector('.side-bar') !== null))) return false;
  await page.evaluate(() => {
    location.hash = '#/nowhere';
  });
  await page.getByRole('heading', { name: t('common.notFound.title'), exact: true }).waitFor();
  return page.evaluate(() => {
    const over = '[role=dialog], [role=menu], [role=listbox], [role=alert], .notice, dialog[open]';
    const typed = [...document.querySelectorAll('input')].some((input) => input.value !== '');
    return document.querySelector(over) === null && !typed;
  });
};

/** As if from nothing; what cannot be left behind goes with the page itself, which takes four times as long. */
export const go = async (stage: Stage, path: string, shown: Locator): Promise<void> => {
  const { page } = stage;
  if (await leaveScreen(stage)) {
    await page.evaluate((hash) => {
      location.hash = hash;
    }, `#${path}`);
  } else {
    await page.goto('about:blank');
    await page.goto(`/#${path}`);
  }
  await shown.first().waitFor();
};
/** Nothing moves any more and nothing is on its way. */
export const atRest = async (page: DeskPage): Promise<void> => {
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.waitForFunction(() =>
    document.getAnimations().every((animation) => {
      const timing = animation.effect?.getComputedTiming();
      return animation.playState !== 'running' || timing?.iterations === Number.POSITIVE_INFINITY;
    }),
  );
};

export type Who = 'nobody' | 'admin' | 'boss' | 'reception' | 'service';

/** who sits at a desk of the sample store */
const demoNames = { admin: 'admin', reception: 'qiantai', service: 'kefu' } as const;

/** A desk at which `who` sits, in a language and the system's theme. */
export const takeStage = async (
  journey: Journey,
  language: Language,
  who: Who,
  subjects: Subjects = noSubjects,
): Promise<Stage> => {
  const page = await journey.newDesk({ language, theme: 'system' });
  if (who === 'boss') await page.enter(...boss);
  else if (who !== 'nobody') await page.enter(demoNames[who], demoPassword);
  return { page, t: textsIn(language), subjects };
};

import type { ComplaintStep } from '../../contract/complaintTerms.ts';
import { clockOf, type Stand } from '../../domain/complaints/clock.ts';
import { clockInputOf } from '../../domain/complaints/clockTerms.ts';
import { holidayTable } from '../../domain/holidays.ts';
import { officeOf } from '../../domain/workingTime.ts';
import { defaultSettings } from '../../features/settings/defaults.ts';
import { defaultTimeZone } from '../storeFile.ts';
import type { Trouble } from './complaintTroubles.ts';

/** What is done with a demo complaint; each is written as the desk's own command writes it. */
export type DemoDeed =
  | 'contact'
  | 'wait'
  | 'investigate'
  | 'propose'
  | 'accept'
  | 'refuse'
  | 'finish'
  | 'unreached'
  | 'solved'
  | 'notSolved'
  | 'explain'
  | 'close';

export interface LifeEvent {
  readonly kind: string;
  readonly at: number;
  readonly byName: string;
  readonly channel: string | null;
  readonly text: string | null;
  readonly values: Readonly<Record<string, string | number>>;
}
export interface LifePause {
  readonly kind: 'waiting' | 'proposed';
  readonly reason: string | null;
  readonly fromAt: number;
  toAt: number | null;
}
export interface LifeBreach {
  readonly clock: 'acknowledge' | 'solve';
  readonly round: number;
  readonly at: number;
}

/** A complaint as its deeds leave it; instants UTC ms. */
export interface DemoLife {
  readonly trouble: Trouble;
  readonly receivedAt: number;
  step: ComplaintStep;
  round: number;
  roundAt: number;
  acknowledgedAt: number | null;
  acknowledgeLate: number | null;
  solvedAt: number | null;
  solveLate: number | null;
  doneAt: number | null;
  askedBackAt: number | null;
  askedScore: number | null;
  closedAt: number | null;
  readonly events: LifeEvent[];
  readonly pauses: LifePause[];
  readonly breaches: LifeBreach[];
}

export interface DemoComplaint {
  /** its number in the plan */
  readonly vehicle: number;
  readonly channel: string;
  readonly life: DemoLife;
}

const office = officeOf(defaultSettings.openingHours, holidayTable([]), defaultTimeZone);

const late = (life: DemoLife, clock: 'acknowledge' | 'solve', at: number): number => {
  const facts = { ...life, severity: life.trouble.severity };
  const input = clockInputOf(clock, facts, life.pauses as readonly Stand[], defaultSettings.complaintTerms);
  return Number(clockOf({ ...input, stoppedAt: at }, office, at).late);
};

const officer = '何静';
const manager = '陈刚';
const wordsAtFirst = '电话联系客户，致歉并问清情况，约定下次回电时间';

export const beginLife = (trouble: Trouble, receivedAt: number, channel: string): DemoLife => ({
  trouble,
  receivedAt,
  step: 'received',
  round: 1,
  roundAt: receivedAt,
  acknowledgedAt: null,
  acknowledgeLate: null,
  solvedAt: null,
  solveLate: null,
  doneAt: null,
  askedBackAt: null,
  askedScore: null,
  closedAt: null,
  events: [
    {
      kind: 'received',
      at: receivedAt,
      byName: officer,
      channel: null,
      text: trouble.what,
      values: { step: 'received', round: 1, channel, severity: trouble.severity },
    },
  ],
  pauses: [],
  breaches: [],
});

const endPause = (life: DemoLife, at: number): void => {
  const open = life.pauses.at(-1);
  if (open?.toAt === null) open.toAt = at;
};

const tell = (life: DemoLife, at: number, kind: string, more: Partial<LifeEvent> = {}): void => {
  life.events.push({ kind, at, byName: officer, channel: null, text: null, values: {}, ...more });
};

const lead = (life: DemoLife, step: ComplaintStep): { step: string; round: number } => {
  life.step = step;
  return { step, round: life.round };
};

/** Does one deed, as `db/features/complaints` does it. */
export const live = (life: DemoLife, deed: DemoDeed, at: number): void => {
  const { trouble } = life;
  switch (deed) {
    case 'contact': {
      const isFirst = life.acknowledgedAt === null;
      if (isFirst) {
        life.acknowledgeLate = late(life, 'acknowledge', at);
        life.acknowledgedAt = at;
      }
      const values = isFirst ? lead(life, 'acknowledged') : {};
      tell(life, at, isFirst ? 'apology' : 'contact', { channel: 'phone', text: wordsAtFirst, values });
      break;
    }
    case 'wait':
      life.pauses.push({ kind: 'waiting', reason: 'papers', fromAt: at, toAt: null });
      tell(life, at, 'paused', { text: '等客户发来聊天记录', values: { waitingFor: 'papers' } });
      break;
    case 'investigate':
      tell(life, at, 'investigation', { text: trouble.found, values: lead(life, 'investigating') });
      break;
    case 'propose':
      endPause(life, at);
      life.pauses.push({ kind: 'proposed', reason: null, fromAt: at, toAt: null });
      tell(life, at, 'proposal', { channel: 'phone', text: trouble.proposal, values: lead(life, 'proposed') });
      break;
    case 'refuse':
      endPause(life, at);
      tell(life, at, 'refused', { text: '客户觉得诚意不够', values: lead(life, 'investigating') });
      break;
    case 'accept': {
      const solvedAt = life.pauses.at(-1)?.fromAt ?? at;
      endPause(life, at);
      life.solveLate = Math.max(life.solveLate ?? 0, late(life, 'solve', solvedAt));
      life.solvedAt = solvedAt;
      tell(life, at, 'accepted', { values: lead(life, 'agreed') });
      break;
    }
    case 'finish':
      life.doneAt = at;
      tell(life, at, 'done', { text: trouble.done, values: lead(life, 'done') });
      break;
    case 'unreached':
      tell(life, at, 'askedBack', { channel: 'phone', values: { answer: 'unreached' } });
      break;
    case 'solved':
      life.askedBackAt = at;
      life.askedScore = 3 + (trouble.title.length % 3);
      tell(life, at, 'askedBack', {
        channel: 'phone',
        values: { answer: 'yes', score: life.askedScore, ...lead(life, 'askedBack') },
      });
      break;
    case 'notSolved':
      life.round += 1;
      life.roundAt = at;
      life.solvedAt = null;
      life.solveLate = life.solveLate === 1 ? 1 : null;
      life.doneAt = null;
      tell(life, at, 'askedBack', {
        channel: 'phone',
        text: '客户说又出现了',
        values: { answer: 'no', score: 2, ...lead(life, 'investigating') },
      });
      break;
    case 'explain':
      for (const clock of ['acknowledge', 'solve'] as const) {
        if ((clock === 'acknowledge' ? life.acknowledgeLate : life.solveLate) !== 1) continue;
        life.breaches.push({ clock, round: clock === 'acknowledge' ? 1 : life.round, at });
        tell(life, at, 'breach', { text: '节假日值班交接遗漏', values: { clock, to: manager } });
      }
      break;
    case 'close':
      life.closedAt = at;
      tell(life, at, 'closed', {
        values: { ...lead(life, 'closed'), outcome: 'solved', cause: trouble.cause },
      });
      break;
  }
};

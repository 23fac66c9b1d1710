import type { TFunction } from 'i18next';
import type { TextKey } from '../../i18n/index.ts';
import { money, number } from '../../lib/formats.ts';
import type { ChipTone } from '../../ui/Chip.tsx';
import type { ComplaintEvent } from './shapes.ts';
import { spanWords } from './spanWords.ts';

/** The chip of a line: red where it began or ran out, green where we did the customer good, the rest plain. */
const tones: Readonly<Partial<Record<ComplaintEvent['kind'], ChipTone>>> = {
  received: 'red',
  contact: 'green',
  apology: 'green',
  proposal: 'brand',
  accepted: 'green',
  refused: 'red',
  done: 'green',
  askedBack: 'green',
  closed: 'green',
  reopened: 'red',
  warning: 'amber',
  escalated: 'red',
  breach: 'red',
  promise: 'brand',
  compensation: 'brand',
  paused: 'amber',
};

export const eventTone = ({ kind, values }: Pick<ComplaintEvent, 'kind' | 'values'>): ChipTone =>
  kind === 'askedBack' && values['answer'] !== 'yes' ? 'amber' : (tones[kind] ?? 'plain');

/** Texts whose last part only the data knows; undefined for a word that this desk does not know. */
type Known = (group: string, value: string | number | undefined) => string | undefined;

const knownIn =
  (t: TFunction): Known =>
  (group, value) => {
    if (value === undefined || value === '') return undefined;
    const key = `complaints.${group}.${value}`;
    const words = t(key as TextKey);
    return words === key ? undefined : words;
  };

/** An instant as this screen says it: 今天 09:05. */
type Moment = (at: number) => string;

/** What a line says before the words that somebody typed, from what the store kept with it. */
const lead = (event: ComplaintEvent, moment: Moment, t: TFunction): readonly (string | undefined)[] => {
  const { kind, values } = event;
  const known = knownIn(t);
  const value = (name: string): string => String(values[name] ?? '');
  const text = (name: string): string | undefined => (values[name] === undefined ? undefined : String(values[name]));
  switch (kind) {
    case 'warning':
      return [
        values['to'] === undefined
          ? t('complaints.event.warningAll', {
              clock: known('clock.name', values['clock']) ?? '',
              percent: value('percent'),
            })
          : t('complaints.event.warningTo', {
              clock: known('clock.name', values['clock']) ?? '',
              percent: value('percent'),
              name: value('to'),
            }),
      ];
    case 'escalated':
      return [
        t(values['to'] === undefined ? 'complaints.event.escalatedAll' : 'complaints.event.escalatedTo', {
          clock: known('clock.name', values['clock']) ?? '',
          name: value('to'),
        }),
      ];
    case 'breach':
      return [t('complaints.event.breach', { clock: known('clock.name', values['clock']) ?? '', name: value('to') })];
    case 'askedBack':
      return [
        known('askBack.answer', values['answer']),
        values['score'] === undefined ? undefined : t('complaints.askBack.scored', { score: value('score') }),
      ];
    case 'closed':
      return [known('outcome', values['outcome'])];
    case 'paused':
      return [known('pauseReason', values['waitingFor'])];
    case 'resumed':
      return [
        values['waitedMs'] === undefined
          ? undefined
          : t('complaints.event.waited', { span: spanWords(Number(values['waitedMs']), t, { days: true }) }),
      ];
    case 'promise':
      return [
        values['deed'] === 'made' ? undefined : known('promise.deed', values['deed']),
        values['dueAt'] === undefined
          ? undefined
          : t('complaints.promise.due', { moment: moment(Number(values['dueAt'])) }),
        text('to'),
      ];
    case 'compensation':
      return [compensated(values, t), known('compensation.state', values['state'])];
    case 'action':
      return [
        known('action.kind', values['kind']),
        known('action.deed', values['what']),
        known('action.helped', values['helped']),
        text('day'),
      ];
    case 'attachment':
      return [known('attachment.deed', values['what'])];
    case 'changed':
      return changed(values, t);
    default:
      return [];
  }
};

/** 300 积分 · 代金券 ¥100.00 洗车券 */
const compensated = (values: ComplaintEvent['values'], t: TFunction): string | undefined => {
  const { kind, amountFen, points, name } = values;
  const amount = money(Number(amountFen ?? 0));
  switch (kind) {
    case 'points':
      return t('complaints.compensation.points', { points: number(Number(points ?? 0)) });
    case 'voucher':
      return [t('complaints.compensation.worth.voucher', { amount }), name].filter(Boolean).join(' ');
    case 'amount':
      return t('complaints.compensation.worth.amount', { amount });
    default:
      return undefined;
  }
};

/** 级别 一般 → 严重 · 负责人 何静 → 李敏 · 改了 标题、内容 */
const changed = (values: ComplaintEvent['values'], t: TFunction): readonly (string | undefined)[] => {
  const known = knownIn(t);
  const fromTo = (what: string, from: string | undefined, to: string | undefined): string | undefined =>
    from === undefined && to === undefined
      ? undefined
      : t('complaints.event.fromTo', { what, from: from || t('common.none'), to: to || t('common.none') });
  const text = (name: string): string | undefined => (values[name] === undefined ? undefined : String(values[name]));
  const told = ['severity', 'owner', 'department'];
  const rest = String(values['facts'] ?? '')
    .split(' ')
    .filter((fact) => fact !== '' && !told.includes(fact))
    .map((fact) => known('fact', fact))
    .filter((word) => word !== undefined);
  return [
    fromTo(
      t('complaints.field.severity'),
      known('severity', values['severityFrom']),
      known('severity', values['severityTo']),
    ),
    fromTo(t('complaints.field.owner'), text('ownerFrom'), text('ownerTo')),
    fromTo(t('complaints.field.department'), text('departmentFrom'), text('departmentTo')),
    rest.length === 0 ? undefined : t('complaints.event.changed', { what: rest.join(t('customer.listSeparator')) }),
  ];
};

/** A line of the record in words; empty where its chip says all. */
export const eventWords = (event: ComplaintEvent, moment: Moment, t: TFunction): string =>
  [
    event.channel === null ? undefined : t(`complaints.contactChannel.${event.channel}`),
    ...lead(event, moment, t),
    event.text ?? undefined,
  ]
    .filter(Boolean)
    .join(' · ');

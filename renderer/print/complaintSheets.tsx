import i18next, { type TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { eventWords } from '../features/complaints/eventWords.ts';
import type {
  ClockFaceState,
  ClockState,
  Compensation,
  ComplaintAction,
  ComplaintEvent,
  ComplaintPage,
} from '../features/complaints/shapes.ts';
import { limitWords, spanWords } from '../features/complaints/spanWords.ts';
import { api } from '../lib/api.ts';
import { clockNow } from '../lib/clock.ts';
import { dayOf, momentOf, money, number, plate } from '../lib/formats.ts';
import css from './complaint.module.css';
import type { Printable } from './printable.ts';
import sheet from './sheet.module.css';

/** What the paper says besides the complaint itself; always in Chinese, for it is signed and filed. */
interface Paper {
  readonly t: TFunction;
  readonly storeName: string;
  readonly madeDay: string;
  /** 2026-11-22 10:30 on the store's clock */
  readonly moment: (at: number) => string;
}

interface PartProps {
  readonly page: ComplaintPage;
  readonly paper: Paper;
}

/** The store gives them latest first; on paper one reads from the first word on. */
const inOrder = (events: readonly ComplaintEvent[]): readonly ComplaintEvent[] => events.toReversed();

const Fact = ({
  term,
  wide,
  children,
}: {
  readonly term: string;
  readonly wide?: boolean;
  readonly children: ReactNode;
}) => (
  <div className={wide ? css['wide'] : css['fact']}>
    <dt>{term}</dt>
    <dd>{children}</dd>
  </div>
);

const Part = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <section className={css['part']}>
    <h2>{title}</h2>
    {children}
  </section>
);

const Head = ({ page: { complaint }, paper: { t, storeName, moment, madeDay } }: PartProps) => (
  <header>
    <p className={sheet['store']}>{storeName}</p>
    <h1 className={sheet['title']}>{t('complaintReports.record.title')}</h1>
    <p className={sheet['dates']}>
      <strong>{t('complaintReports.record.number', { number: complaint.number })}</strong>
      <span>{t('complaintReports.record.receivedAt', { moment: moment(complaint.receivedAt) })}</span>
      {complaint.closedAt !== null && (
        <span>{t('complaintReports.record.closedAt', { moment: moment(complaint.closedAt) })}</span>
      )}
      <span>{t('complaintReports.record.madeDay', { day: madeDay })}</span>
    </p>
  </header>
);

const Facts = ({ page: { complaint }, paper: { t } }: PartProps) => {
  const none = t('common.none');
  return (
    <dl className={css['facts']}>
      <Fact term={t('complaints.field.who')}>
        {[complaint.name ?? t('complaints.nameless'), complaint.phoneMasked ?? complaint.strangerPhoneMasked]
          .filter(Boolean)
          .join(' ')}
      </Fact>
      <Fact term={t('complaints.field.vehicle')}>{complaint.plate ? plate(complaint.plate) : none}</Fact>
      <Fact term={t('complaints.field.channel')}>{t(`complaints.channel.${complaint.channel}`)}</Fact>
      <Fact term={t('complaints.field.severity')}>{t(`complaints.severity.${complaint.severity}`)}</Fact>
      <Fact term={t('complaints.field.category')}>{complaint.categoryName}</Fact>
      <Fact term={t('complaints.field.part')}>{complaint.part ?? none}</Fact>
      <Fact term={t('complaints.field.department')}>{complaint.departmentName ?? none}</Fact>
      <Fact term={t('complaints.field.owner')}>{complaint.ownerName ?? none}</Fact>
      <Fact term={t('complaints.field.about')}>{complaint.about ?? none}</Fact>
      <Fact term={t('complaintReports.record.step')}>{t(`complaints.step.${complaint.step}`)}</Fact>
      {complaint.authority !== null && (
        <Fact wide term={t('complaints.field.authority')}>
          {[complaint.authority, complaint.authorityDay].filter(Boolean).join(' ')}
        </Fact>
      )}
      <Fact wide term={t('complaints.field.title')}>
        {complaint.title}
      </Fact>
      <Fact wide term={t('complaints.field.what')}>
        {complaint.what}
      </Fact>
      <Fact wide term={t('complaints.field.remedy')}>
        {complaint.remedy ?? none}
      </Fact>
    </dl>
  );
};

/** 及时 · 超时 1 h 20 m · 计时中 · 停表 */
const resultWords = ({ state, countedBy }: ClockState, face: ClockFaceState, t: TFunction): string => {
  const long = { days: face.face === 'natural' };
  const late = face.late ? t('complaints.clock.over', { span: spanWords(face.leftMs, t, long) }) : null;
  const stand = t(`complaintReports.record.clockState.${state}`);
  const counts = face.face === countedBy ? t('complaints.clock.counts') : null;
  return [late ?? (state === 'stopped' ? t('complaintReports.record.inTime') : stand), counts]
    .filter(Boolean)
    .join(' · ');
};

const Clocks = ({ page: { clocks }, paper: { t, moment } }: PartProps) => (
  <Part title={t('complaintReports.record.clocks')}>
    <table className={css['table']}>
      <thead>
        <tr>
          {(['clock', 'face', 'limit', 'used', 'stood', 'result'] as const).map((column) => (
            <th key={column} scope="col">
              {t(`complaintReports.record.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {clocks.flatMap((clock) =>
          [clock.natural, clock.working].map((face) => (
            <tr key={`${clock.clock} ${face.face}`}>
              <td>
                {t(`complaints.clock.name.${clock.clock}`)}
                {clock.stoppedAt !== null && ` ${moment(clock.stoppedAt)}`}
              </td>
              <td>{t(`complaints.face.${face.face}`)}</td>
              <td>{limitWords(face.limitMs, t)}</td>
              <td>{spanWords(face.usedMs, t, { days: face.face === 'natural' })}</td>
              <td>{face.stoodMs > 0 ? spanWords(face.stoodMs, t, { days: face.face === 'natural' }) : '—'}</td>
              <td>{resultWords(clock, face, t)}</td>
            </tr>
          )),
        )}
      </tbody>
    </table>
  </Part>
);

/** Told by CareDesk itself. */
const isOwn = ({ kind }: ComplaintEvent): boolean => kind === 'warning' || kind === 'escalated';

const Lines = ({ page: { events }, paper: { t, moment } }: PartProps) => (
  <Part title={t('complaints.record')}>
    <table className={css['table']}>
      <thead>
        <tr>
          {(['at', 'kind', 'said', 'by'] as const).map((column) => (
            <th key={column} scope="col">
              {t(`complaintReports.record.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {inOrder(events).map((event) => (
          <tr key={event.id}>
            <td className={css['narrow']}>{moment(event.at)}</td>
            <td className={css['narrow']}>{t(`complaints.eventKind.${event.kind}`)}</td>
            <td>{eventWords(event, moment, t)}</td>
            <td className={css['narrow']}>{isOwn(event) ? t('complaints.event.byItself') : event.byName}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </Part>
);

/** The solution that the customer agreed to, or the last one that was put before them. */
const solutionOf = (events: readonly ComplaintEvent[]): string | null =>
  inOrder(events).findLast(({ kind, text }) => kind === 'proposal' && text !== null)?.text ?? null;

const compensationWords = (
  { kind, state, amountFen, points, voucherCode, approvedBy, reason }: Compensation,
  t: TFunction,
) =>
  [
    kind === 'points'
      ? t('complaints.compensation.points', { points: number(points ?? 0) })
      : t(`complaints.compensation.worth.${kind}`, { amount: money(amountFen) }),
    voucherCode,
    t(`complaints.compensation.state.${state}`),
    approvedBy === null ? null : t('complaints.compensation.approvedBy', { name: approvedBy }),
    reason,
  ]
    .filter(Boolean)
    .join(' · ');

const actionWords = (
  { kind, text, ownerName, dueDay, doneDay, checkDay, checkedDay, helped, checkNote }: ComplaintAction,
  t: TFunction,
) =>
  [
    t(`complaints.action.kind.${kind}`),
    text,
    ownerName,
    doneDay === null ? t('complaints.action.due', { day: dueDay }) : t('complaints.action.doneOn', { day: doneDay }),
    checkDay === null && checkedDay === null ? null : t('complaints.action.check', { day: checkedDay ?? checkDay }),
    helped === null ? null : t(`complaints.action.helped.${helped}`),
    checkNote,
  ]
    .filter(Boolean)
    .join(' · ');

const List = ({
  rows,
  none,
}: {
  readonly rows: readonly { readonly id: string; readonly words: string }[];
  readonly none: string;
}) =>
  rows.length === 0 ? (
    none
  ) : (
    <ol className={css['list']}>
      {rows.map(({ id, words }) => (
        <li key={id}>{words}</li>
      ))}
    </ol>
  );

const Outcome = ({ page, paper: { t, moment } }: PartProps) => {
  const { complaint, events, compensations, actions } = page;
  const none = t('common.none');
  const asked = inOrder(events).filter(({ kind }) => kind === 'askedBack');
  return (
    <Part title={t('complaintReports.record.outcome')}>
      <dl className={css['facts']}>
        <Fact wide term={t('complaintReports.record.solution')}>
          {solutionOf(events) ?? none}
        </Fact>
        <Fact wide term={t('complaints.compensation.title')}>
          <List none={none} rows={compensations.map((one) => ({ id: one.id, words: compensationWords(one, t) }))} />
        </Fact>
        <Fact wide term={t('complaints.field.cause')}>
          {[complaint.causeName, complaint.causeNote].filter(Boolean).join(' · ') || none}
        </Fact>
        <Fact wide term={t('complaints.action.title')}>
          <List none={none} rows={actions.map((one) => ({ id: one.id, words: actionWords(one, t) }))} />
        </Fact>
        <Fact wide term={t('complaints.eventKind.askedBack')}>
          <List
            none={none}
            rows={asked.map((one) => ({ id: one.id, words: `${moment(one.at)} ${eventWords(one, moment, t)}` }))}
          />
        </Fact>
        <Fact wide term={t('complaints.field.outcome')}>
          {complaint.outcome === null ? none : t(`complaints.outcome.${complaint.outcome}`)}
        </Fact>
      </dl>
    </Part>
  );
};

const Signatures = ({ paper: { t } }: { readonly paper: Paper }) => (
  <footer className={css['signatures']}>
    {(['customer', 'owner', 'manager'] as const).map((who) => (
      <div key={who}>
        <span className={sheet['line']}>{t(`complaintReports.record.sign.${who}`)}</span>
        <span className={sheet['line']}>{t('complaintReports.record.sign.day')}</span>
      </div>
    ))}
  </footer>
);

const Sheet = ({ page, paper }: PartProps) => (
  <article className={css['record']} lang="zh-CN">
    <Head page={page} paper={paper} />
    <Facts page={page} paper={paper} />
    <Clocks page={page} paper={paper} />
    <Outcome page={page} paper={paper} />
    <Lines page={page} paper={paper} />
    <Signatures paper={paper} />
  </article>
);

/** 投诉处理记录, A4, over as many pages as it needs. */
export const complaintSheets = async (complaintId: string): Promise<Printable> => {
  const [page, { store }] = await Promise.all([api.complaints.get({ id: complaintId }), api.settings.get({})]);
  const moment = (at: number): string => momentOf(at, store.timeZone);
  const madeDay = dayOf(clockNow(), store.timeZone);
  const paper: Paper = { t: i18next.getFixedT('zh-CN'), storeName: store.name, madeDay, moment };
  return { width: 210, height: 297, flowMargin: 15, sheets: [<Sheet key="complaint" page={page} paper={paper} />] };
};

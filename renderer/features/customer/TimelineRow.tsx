import { Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { categories } from '../../../db/domain/category.ts';
import { dayShort, day as dayWords, momentOf, money, number, plate, timeOf } from '../../lib/formats.ts';
import { useTimeZone, useToday } from '../../lib/store.ts';
import { Chip, type ChipTone } from '../../ui/Chip.tsx';
import { ChevronDownIcon, ChevronRightIcon } from '../../ui/icons.tsx';
import { jobKindWords, jobPath, jobStateWords } from '../club/clubWords.ts';
import { scoresWords } from '../surveys/scoreWords.ts';
import { stateOf } from '../surveys/stateOf.ts';
import { changeWords, deedWords } from './changeWords.ts';
import css from './customer.module.css';
import type { TimelineLine } from './groupChanges.ts';
import type { TimelineItem, TimelineKind } from './shapes.ts';
import { VisitDetail } from './VisitDetail.tsx';

const tones: Readonly<Record<TimelineKind, ChipTone>> = {
  visit: 'brand',
  note: 'plain',
  consent: 'plain',
  change: 'plain',
  delivery: 'green',
  complaint: 'red',
  promise: 'amber',
  enquiry: 'brand',
  contact: 'plain',
  survey: 'brand',
  club: 'brand',
};

/** One thing that happened; a visit opens to its lines. */
export const TimelineRow = ({ line }: { readonly line: TimelineLine }) => {
  const [item] = line;
  const { t } = useTranslation();
  const today = useToday();
  const timeZone = useTimeZone();
  const [open, setOpen] = useState(false);
  const detailId = useId();
  const { visit } = item;
  const cells = (
    <>
      <time className={css['when']} dateTime={item.day} title={dayWords(item.day)}>
        {item.day === today && item.kind !== 'delivery'
          ? `${t('common.days.today')} ${timeOf(item.at, timeZone)}`
          : dayShort(item.day, today)}
      </time>
      <span>
        <Chip tone={tones[item.kind]}>{t(`customer.timeline.kind.${item.kind}`)}</Chip>
      </span>
      <span className={css['what']}>
        <What line={line} />
      </span>
      <span className={css['by']}>{item.by}</span>
    </>
  );
  if (!visit) {
    return (
      <li className={css['row']}>
        <div className={css['rowLine']}>{cells}</div>
      </li>
    );
  }
  return (
    <li className={css['row']}>
      <button
        type="button"
        className={css['rowLine']}
        aria-expanded={open}
        aria-controls={detailId}
        onClick={() => setOpen(!open)}
      >
        {cells}
        {open ? <ChevronDownIcon size={16} /> : <ChevronRightIcon size={16} />}
      </button>
      <div id={detailId}>{open && <VisitDetail visitId={visit.visitId} />}</div>
    </li>
  );
};

const What = ({ line }: { readonly line: TimelineLine }) => {
  const [item] = line;
  const { t } = useTranslation();
  const timeZone = useTimeZone();
  switch (item.kind) {
    case 'visit':
      return <VisitLine item={item} />;
    case 'note':
      return <span className={css['note']}>{item.text}</span>;
    case 'consent':
      return item.consent
        ? t('customer.consent.timeline', {
            purpose: t(`customer.consent.purpose.${item.consent.purpose}`),
            state: t(`customer.consent.state.${item.consent.state}`),
            channel: t(`customer.consent.channels.${item.consent.channel}`),
          })
        : null;
    case 'change':
      return [
        ...new Set(line.flatMap(({ change }) => (change ? (deedWords(change, t) ?? changeWords(change, t)) : []))),
      ].join(' · ');
    case 'delivery':
      return t('customer.timeline.delivery', {
        vehicle: [item.delivery?.model, item.delivery?.plate && plate(item.delivery.plate)].filter(Boolean).join(' '),
      });
    case 'complaint':
      return item.complaint ? (
        <Link to="/complaints/$id" params={{ id: item.complaint.complaintId }}>
          {t(`customer.timeline.complaint.${item.complaint.what}`, {
            number: item.complaint.number,
            title: item.complaint.title,
          })}
        </Link>
      ) : null;
    case 'promise':
      return item.promise
        ? t(`customer.timeline.promise.${item.promise.overdue ? 'overdue' : item.promise.state}`, {
            text: item.promise.text,
            due: momentOf(item.promise.dueAt, timeZone),
          })
        : null;
    case 'enquiry':
      return item.enquiry ? (
        <Link to="/enquiries/$id" params={{ id: item.enquiry.enquiryId }}>
          {t('customer.timeline.enquiry', {
            number: item.enquiry.number,
            question: item.enquiry.question,
            state: t(item.enquiry.overdue ? 'enquiries.overdue' : `enquiries.state.${item.enquiry.state}`),
          })}
        </Link>
      ) : null;
    case 'club':
      return item.club ? (
        <Link to={jobPath(item.club.service, item.club.jobId)}>
          {t(`customer.timeline.club.${item.club.what}`, {
            number: item.club.number,
            kind: jobKindWords(item.club, t),
            state: jobStateWords(item.club, t),
          })}
        </Link>
      ) : null;
    case 'contact':
      return item.contact ? <ContactLine contact={item.contact} /> : null;
    case 'survey':
      return item.survey ? <SurveyLine survey={item.survey} /> : null;
  }
};

/** 接通 · 保险到期提醒 · 客户说下周到店: a call, letter or message. */
const ContactLine = ({ contact }: { readonly contact: NonNullable<TimelineItem['contact']> }) => {
  const { t } = useTranslation();
  const timeZone = useTimeZone();
  const { channel, outcome, about, note, nextAt, complaintId } = contact;
  return (
    <>
      {t('customer.timeline.contact', {
        channel: t(`tasks.channel.${channel}`),
        outcome: t(`tasks.outcome.${outcome}`),
      })}{' '}
      <span className="quiet">{about.join(' · ')}</span> <span className={css['note']}>{note}</span>
      {nextAt !== null && (
        <span className="quiet"> {t('tasks.history.next', { moment: momentOf(nextAt, timeZone) })}</span>
      )}
      {complaintId && (
        <>
          {' '}
          <Link to="/complaints/$id" params={{ id: complaintId }}>
            {t('tasks.history.complaint')}
          </Link>
        </>
      )}
    </>
  );
};

/** 售后满意度 · 推荐 3 · 满意度 2.5 等了太久: what they answered. */
const SurveyLine = ({ survey }: { readonly survey: NonNullable<TimelineItem['survey']> }) => {
  const { t } = useTranslation();
  const { tone, words } = stateOf({ ...survey, complaintNumber: null, followedAt: null }, t);
  return (
    <>
      <Link to="/surveys/$id" params={{ id: survey.responseId }}>
        {[survey.questionnaire, scoresWords(survey, t)].filter(Boolean).join(' · ')}
      </Link>{' '}
      <span className="quiet">{t(`surveys.channel.${survey.channel}`)}</span>{' '}
      {words && <Chip tone={survey.bad ? 'red' : tone}>{words}</Chip>}{' '}
      {survey.words && <span className={css['note']}>{survey.words}</span>}
    </>
  );
};

const VisitLine = ({ item }: { readonly item: TimelineItem }) => {
  const { t } = useTranslation();
  const { visit } = item;
  if (!visit) return null;
  const about = [
    visit.plate && plate(visit.plate),
    visit.mileage !== null && t('vehicle.card.mileage', { km: number(visit.mileage) }),
    visit.orderNo,
  ]
    .filter(Boolean)
    .join(' · ');
  return (
    <>
      <span className={visit.void ? css['struck'] : undefined}>
        {visit.lines.length === 0 && visit.amountFen === 0 ? (
          <span className="quiet">{t('board.noLines')}</span>
        ) : (
          <>
            <strong>{money(visit.amountFen)}</strong> {linesWords(visit.lines, t)}
          </>
        )}
      </span>{' '}
      <span className="quiet small">{about}</span>{' '}
      {visit.void && (
        <Chip tone="red">
          {visit.voidReason
            ? t('customer.timeline.voidBecause', { reason: visit.voidReason })
            : t('customer.timeline.void')}
        </Chip>
      )}
    </>
  );
};

/** 保养工时 ¥480.00 · 配件 ¥612.00: a sum per category, in the usual order. */
const linesWords = (lines: NonNullable<TimelineItem['visit']>['lines'], t: TFunction): string =>
  categories
    .map((category) => ({ category, own: lines.filter((line) => line.category === category) }))
    .filter(({ own }) => own.length > 0)
    .map(({ category, own }) => {
      const fen = own.reduce((sum, line) => sum + line.amountFen, 0);
      return lines.length === 1
        ? [t(`visit.category.${category}`), own[0]?.description].filter(Boolean).join(' ')
        : `${t(`visit.category.${category}`)} ${money(fen)}`;
    })
    .join(' · ');

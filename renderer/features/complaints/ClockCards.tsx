import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Chip } from '../../ui/Chip.tsx';
import { CheckIcon, ClockIcon, WarningIcon } from '../../ui/icons.tsx';
import { faceTone, leftWords } from './clockWords.ts';
import css from './detail.module.css';
import type { ClockFaceState, ClockState, ComplaintPage } from './shapes.ts';
import { limitWords, spanWords } from './spanWords.ts';
import { TwinsBox } from './TwinsBox.tsx';
import { useMoment } from './useMoment.ts';
import { useWarnPercent } from './useWarnPercent.ts';

/** The two faces of the clock that matters now, what the other one says, and whether this has happened before. */
export const ClockCards = ({ page }: { readonly page: ComplaintPage }) => {
  const { t } = useTranslation();
  const { clocks, complaint, twins, badges } = page;
  const main = clocks.find((clock) => clock.state !== 'stopped') ?? clocks.at(-1);
  if (!main) return null;
  const others = clocks.filter((clock) => clock !== main);
  const owner = complaint.ownerName ?? t('common.role.service');
  const count = badges.find(({ kind }) => kind === 'twins')?.count ?? twins.length + 1;
  return (
    <div className={css['cards']} data-three={twins.length > 0}>
      <FaceCard clock={main} face={main.natural} owner={owner} />
      <FaceCard clock={main} face={main.working} owner={owner} />
      {twins.length > 0 && <TwinsBox few twins={twins} count={count} />}
      {others.map((clock) => (
        <OtherClock key={clock.clock} clock={clock} />
      ))}
    </div>
  );
};

interface FaceCardProps {
  readonly clock: ClockState;
  readonly face: ClockFaceState;
  readonly owner: string;
}

const FaceCard = ({ clock, face, owner }: FaceCardProps) => {
  const { t } = useTranslation();
  const moment = useMoment();
  const warnPercent = useWarnPercent();
  const tone = clock.state === 'stopped' ? (face.late ? 'red' : 'green') : faceTone(face, warnPercent);
  const counts = clock.countedBy === face.face;
  const percent = Math.min(100, Math.max(0, Math.round((face.usedMs * 100) / Math.max(1, face.limitMs))));
  const label = t(`complaints.clock.within.${clock.clock}`, { limit: limitWords(face.limitMs, t) });
  const notes = [
    clock.state === 'stands' && t('complaints.clock.stands'),
    face.dueAt !== null && t('complaints.clock.till', { moment: moment(face.dueAt) }),
    clock.state === 'stopped' &&
      clock.stoppedAt !== null &&
      t('complaints.clock.stopped', { moment: moment(clock.stoppedAt) }),
    face.stoodMs >= 60_000 && t('complaints.clock.stood', { span: spanWords(face.stoodMs, t) }),
    counts &&
      clock.state !== 'stopped' &&
      clock.warnedPercent !== null &&
      t('complaints.clock.warned', { percent: clock.warnedPercent, name: owner }),
    counts && clock.escalatedTo !== null && t('complaints.clock.escalated', { name: clock.escalatedTo }),
  ].filter((note) => note !== false);
  return (
    <section className={`panel ${css['face']}`} aria-label={`${label} · ${t(`complaints.face.${face.face}`)}`}>
      <p className={css['faceLabel']}>
        {label} · {t(`complaints.face.${face.face}`)}
        {counts && <Chip title={t('complaints.clock.countsWhy')}>{t('complaints.clock.counts')}</Chip>}
      </p>
      <p className={css['faceLeft']} data-tone={tone}>
        {tone === 'red' ? <WarningIcon size={20} /> : tone === 'green' ? <CheckIcon size={20} /> : null}
        {faceWords(clock, face, t)}
      </p>
      <div
        className={css['bar']}
        data-tone={tone}
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
      >
        <div className={css['barDone']} style={{ width: `${percent}%` }} />
      </div>
      <p className={css['faceNote']}>{notes.join(' · ')}</p>
    </section>
  );
};

const faceWords = ({ state }: ClockState, face: ClockFaceState, t: TFunction): string =>
  state === 'stopped'
    ? t(face.late ? 'complaints.clock.tookLate' : 'complaints.clock.took', {
        span: spanWords(face.usedMs, t, { days: face.face === 'natural' }),
      })
    : leftWords(face, t);

/** The clock that has stopped before this one, or runs behind it, in one line. */
const OtherClock = ({ clock }: { readonly clock: ClockState }) => {
  const { t } = useTranslation();
  const moment = useMoment();
  const face = clock[clock.countedBy];
  const within = t(`complaints.clock.within.${clock.clock}`, { limit: limitWords(face.limitMs, t) });
  const words =
    clock.state !== 'stopped' && face.dueAt !== null && !face.late
      ? t('complaints.clock.till', { moment: moment(face.dueAt) })
      : faceWords(clock, face, t);
  return (
    <p className={css['otherClock']}>
      {face.late ? (
        <WarningIcon size={14} />
      ) : clock.state === 'stopped' ? (
        <CheckIcon size={14} />
      ) : (
        <ClockIcon size={14} />
      )}
      <span data-late={face.late}>
        {within} · {words}
      </span>
    </p>
  );
};

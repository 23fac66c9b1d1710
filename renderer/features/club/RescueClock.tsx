import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isLateRescue } from '../../../db/domain/club/rescueClock.ts';
import { clockNow } from '../../lib/clock.ts';
import { Panel } from '../../ui/Panel.tsx';
import css from './club.module.css';
import type { Rescue } from './shapes.ts';

const second = 1000;

/** 12:34 · 1:02:33 */
const clockFace = (ms: number): string => {
  const seconds = Math.max(0, Math.floor(ms / second));
  const two = (value: number): string => String(value).padStart(2, '0');
  const minutes = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return seconds < 3600 ? minutes : `${Math.floor(seconds / 3600)}:${minutes}`;
};

/** How long it is since the call, large and by the second while nobody is there; then how long it took. */
export const RescueClock = ({ job }: { readonly job: Rescue }) => {
  const { t } = useTranslation();
  const running = job.arrivedAt === null && job.endedAt === null;
  const [now, setNow] = useState(clockNow);
  useEffect(() => {
    if (!running) return undefined;
    setNow(clockNow());
    const timer = setInterval(() => setNow(clockNow()), second);
    return () => clearInterval(timer);
  }, [running]);
  const late = isLateRescue(job, now);
  const tone = running ? (late ? 'red' : 'amber') : 'green';
  if (!running && job.arrivedAt === null) return null;
  return (
    <Panel>
      <div className={css['clock']} data-tone={tone}>
        <span className="quiet">{t(running ? 'club.clock.label' : 'club.clock.done')}</span>
        <span className={css['clockTime']} role="timer">
          {running ? clockFace(now - job.calledAt) : t('club.clock.minutes', { n: job.minutes })}
        </span>
        {late && <span className={css['late']}>{t('club.clock.late')}</span>}
      </div>
    </Panel>
  );
};

import { useTranslation } from 'react-i18next';
import { Chip } from '../../ui/Chip.tsx';
import { Panel } from '../../ui/Panel.tsx';
import css from './detail.module.css';
import { eventTone, eventWords } from './eventWords.ts';
import type { ComplaintEvent } from './shapes.ts';
import { useMoment } from './useMoment.ts';

/** 处理记录: what happened, newest first. It only grows. */
export const RecordPart = ({ events }: { readonly events: readonly ComplaintEvent[] }) => {
  const { t } = useTranslation();
  const moment = useMoment();
  const newestFirst = events.toSorted((a, b) => b.at - a.at);
  return (
    <Panel flush title={t('complaints.record')}>
      <ol className={css['record']}>
        {newestFirst.map((event) => (
          <li key={event.id}>
            <time className="quiet">{moment(event.at)}</time>
            <span>
              <Chip tone={eventTone(event)}>{t(`complaints.eventKind.${event.kind}`)}</Chip>
            </span>
            <span className={css['said']}>{eventWords(event, moment, t)}</span>
            <span className={css['by']}>{isOwn(event) ? t('complaints.event.byItself') : event.byName}</span>
          </li>
        ))}
      </ol>
    </Panel>
  );
};

/** Told by CareDesk itself. */
const isOwn = ({ kind }: ComplaintEvent): boolean => kind === 'warning' || kind === 'escalated';

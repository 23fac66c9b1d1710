import { useTranslation } from 'react-i18next';
import { Panel } from '../../ui/Panel.tsx';
import { EventFacts } from './EventFacts.tsx';
import { eventWords, factWords } from './eventWords.ts';
import css from './memberPage.module.css';
import type { MembershipEvent } from './shapes.ts';

/** 会籍记录: what became of the membership and its cards, by whom and why; 如何算出 unfolds what was found when it was decided. */
export const EventsPart = ({ events }: { readonly events: readonly MembershipEvent[] }) => {
  const { t } = useTranslation();
  return (
    <Panel flush title={t('memberRecord.events.title')}>
      {events.length === 0 && <p className={css['none']}>{t('memberRecord.events.none')}</p>}
      <ul>
        {events.map((event) => (
          <li key={event.id} className={css['event']}>
            <span className="quiet">{event.day}</span>
            <strong>{t(`memberRecord.event.kind.${event.kind}`)}</strong>
            <span className={css['fill']}>{eventWords(event, t)}</span>
            <span className="quiet">{event.byName}</span>
            {factWords(event, [], t).length > 0 && (
              <details className={css['facts']}>
                <summary>{t('points.title')}</summary>
                <EventFacts event={event} />
              </details>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
};
